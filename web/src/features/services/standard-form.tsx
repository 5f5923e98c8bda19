import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { FormEvent, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SET_STANDARD } from "./service-documents.ts";

const UNITS = ["HOUR", "DAY", "WORKING_DAY"] as const;

/** Sets the fee and the longest time from a day on. */
export function StandardForm({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const set = useAct(SET_STANDARD);
  const problems = useFormProblems(set.failure);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = (name: string): string | null => String(fields.get(name) ?? "").trim() || null;
    const time = text("longestTime");
    const input = {
      serviceId: service.id,
      version: service.version,
      inForceFrom: text("inForceFrom") ?? "",
      fee: text("fee")?.replace(",", ".") ?? null,
      currency: text("currency")?.toUpperCase() ?? null,
      longestTime: time === null ? null : Number(time),
      timeUnit: time === null ? null : (UNITS.find((unit) => unit === text("timeUnit")) ?? null),
    };
    if (await set.act({ input })) form.reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-4)" }}>
      <ErrorSummary problems={problems} />
      <TextInput id="inForceFrom" name="inForceFrom" type="date" required label={t("inForceFrom")} />
      <TextInput id="longestTime" name="longestTime" inputMode="numeric" label={t("longestTime")} pattern="[0-9]*" />
      <NativeSelect
        id="timeUnit"
        name="timeUnit"
        label={t("unit")}
        data={UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
      />
      <TextInput id="fee" name="fee" inputMode="decimal" label={t("fee")} />
      <TextInput id="currency" name="currency" label={t("currency")} maxLength={3} />
      <Button type="submit" variant="default" loading={set.busy}>
        {t("setStandard")}
      </Button>
    </form>
  );
}
