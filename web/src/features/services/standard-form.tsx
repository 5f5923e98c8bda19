import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { DateField } from "../../ui/dates/date-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SET_STANDARD } from "./service-documents.ts";

const UNITS = ["HOUR", "DAY", "WORKING_DAY"] as const;
const NOTHING = { inForceFrom: "", longestTime: "", timeUnit: "HOUR", fee: "", currency: "" };

/** Sets the fee and the longest time from a day on. */
export function StandardForm({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const set = useAct(SET_STANDARD);
  const problems = useFormProblems(set.failure);
  const [value, setValue] = useState(NOTHING);
  const draft = useFormDraft({ name: `standard ${service.id}`, version: service.version, value, restore: setValue });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await set.act({ input: inputOf(service, value) })) === null) return;
    draft.saved();
    setValue(NOTHING);
  };
  const typed = (name: keyof typeof NOTHING) => ({
    id: name,
    value: value[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setValue({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-4)" }}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={problems} />
      <DateField
        id="inForceFrom"
        required
        label={t("inForceFrom")}
        value={value.inForceFrom}
        onChange={(inForceFrom) => setValue({ ...value, inForceFrom })}
      />
      <TextInput {...typed("longestTime")} inputMode="numeric" label={t("longestTime")} pattern="[0-9]*" />
      <NativeSelect {...typed("timeUnit")} label={t("unit")} data={UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))} />
      <TextInput {...typed("fee")} inputMode="decimal" label={t("fee")} />
      <TextInput {...typed("currency")} label={t("currency")} maxLength={3} />
      <Button type="submit" variant="default" loading={set.busy}>
        {t("setStandard")}
      </Button>
    </form>
  );
}

function inputOf({ id, version }: ServiceFieldsFragment, value: typeof NOTHING) {
  const time = value.longestTime.trim();
  return {
    serviceId: id,
    version,
    inForceFrom: value.inForceFrom,
    fee: value.fee.trim().replace(",", ".") || null,
    currency: value.currency.trim().toUpperCase() || null,
    longestTime: time === "" ? null : Number(time),
    timeUnit: time === "" ? null : (UNITS.find((unit) => unit === value.timeUnit) ?? null),
  };
}
