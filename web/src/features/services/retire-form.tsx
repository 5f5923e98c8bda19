import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { DateField } from "../../ui/dates/date-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { RETIRE } from "./service-documents.ts";

/** Ends a service from a day on, or takes that back; its reports stay. */
export function RetireForm({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const retire = useAct(RETIRE);
  const problems = useFormProblems(retire.failure);
  const [day, setDay] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void retire.act({ input: { id: service.id, version: service.version, retiredAt: service.retiredAt ? null : day } });
  };
  return (
    <form onSubmit={submit} style={{ display: "grid", gap: "var(--space-4)" }}>
      <ErrorSummary problems={problems} />
      {service.retiredAt ? null : <DateField id="retiredAt" required label={t("retireFrom")} value={day} onChange={setDay} />}
      <Button type="submit" variant="default" loading={retire.busy}>
        {t(service.retiredAt ? "restore" : "retire")}
      </Button>
    </form>
  );
}
