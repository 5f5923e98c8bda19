import { Button, TextInput } from "@mantine/core";
import type { FormEvent, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { RETIRE } from "./service-documents.ts";

/** Ends a service from a day on, or takes that back; its reports stay. */
export function RetireForm({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const retire = useAct(RETIRE);
  const problems = useFormProblems(retire.failure);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get("retiredAt") ?? "");
    void retire.act({ input: { id: service.id, version: service.version, retiredAt: service.retiredAt ? null : day } });
  };
  return (
    <form onSubmit={submit} style={{ display: "grid", gap: "var(--space-4)" }}>
      <ErrorSummary problems={problems} />
      {service.retiredAt ? null : <TextInput id="retiredAt" name="retiredAt" type="date" required label={t("retireFrom")} />}
      <Button type="submit" variant="default" loading={retire.busy}>
        {t(service.retiredAt ? "restore" : "retire")}
      </Button>
    </form>
  );
}
