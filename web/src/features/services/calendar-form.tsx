import { formatZone } from "@isonga/schema/format";
import { Button, Select } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { timeZoneChoices } from "../../lib/places/time-zones.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { SET_CALENDAR } from "./service-documents.ts";

/** Sets one country's time zone and due day. */
export function CalendarForm({ calendar }: { readonly calendar: CalendarFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const format = useFormat();
  const language = useLanguage();
  const set = useAct(SET_CALENDAR);
  const problems = useFormProblems(set.failure);
  const { country, version } = calendar;
  const [value, setValue] = useState({ timeZone: calendar.timeZone, dueDay: calendar.dueDay });
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<typeof value>): void => {
    setSaved(false);
    setValue({ ...value, ...part });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaved((await set.act({ input: { country, version, ...value } })) !== null);
  };
  return (
    <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-4)", maxInlineSize: "28rem" }}>
      <ErrorSummary problems={problems} />
      {saved ? <Notice kind="saved" title={t("calendar.saved")} takesFocus /> : null}
      <Select
        label={t("calendar.timeZone")}
        allowDeselect={false}
        data={timeZoneChoices(value.timeZone).map((zone) => ({ value: zone, label: formatZone(zone, language) }))}
        value={value.timeZone}
        onChange={(timeZone) => change({ timeZone: timeZone ?? value.timeZone })}
      />
      <Select
        label={t("calendar.dueDay")}
        description={t("calendar.past")}
        allowDeselect={false}
        data={DAYS.map((day) => ({ value: String(day), label: format.number(day) }))}
        value={String(value.dueDay)}
        onChange={(day) => change({ dueDay: day === null ? value.dueDay : Number(day) })}
      />
      <div>
        <Button type="submit" loading={set.busy}>
          {t("calendar.save")}
        </Button>
      </div>
    </form>
  );
}

/** Every month has the 28th. */
const DAYS = Array.from({ length: 28 }, (_, index) => index + 1);
