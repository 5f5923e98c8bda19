import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import { client } from "../../lib/apollo/client.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { AsyncPicker, type PickerOption } from "../../ui/async-picker.tsx";
import { DateField } from "../../ui/dates/date-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import styles from "./account.module.css";

const CANDIDATES = graphql(`
  query DelegateCandidates($search: String!) {
    delegateCandidates(search: $search) {
      id
      name
      email
    }
  }
`);

const DELEGATE = graphql(`
  mutation Delegate($input: DelegateInput!, $idempotencyKey: ID) {
    delegate(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      delegation {
        id
      }
    }
  }
`);

/** Names a colleague who acts while one is away, from when until when. */
export function DelegationForm({ onSaved }: { readonly onSaved: (name: string) => void }): ReactElement {
  const { t } = useTranslation(["custody", "common"]);
  const { act, busy, failure } = useAct(DELEGATE);
  const problems = useFormProblems(failure);
  const [who, setWho] = useState<PickerOption | null>(null);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!who || from === "" || until === "") return;
    const input = { delegateId: who.value, startsAt: instantOf(from), endsAt: instantOf(until), reason: reason.trim() || null };
    if (!(await act({ input }))) return;
    setWho(null);
    setReason("");
    onSaved(who.label);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <p className={styles.note}>{t("delegation.lead")}</p>
      <AsyncPicker
        id="delegateId"
        label={t("delegation.who")}
        placeholder={t("delegation.find")}
        nothing={t("delegation.nobody")}
        searching={t("common:loading")}
        search={findCandidates}
        value={who}
        onChange={setWho}
      />
      <DateField
        id="startsAt"
        kind="moment"
        label={t("delegation.from")}
        description={t("delegation.zone")}
        required
        value={from}
        onChange={setFrom}
      />
      <DateField id="endsAt" kind="moment" label={t("delegation.until")} required value={until} onChange={setUntil} />
      <GrowingText
        id="delegation-reason"
        label={t("delegation.reason")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={busy} disabled={!who}>
          {t("delegation.act")}
        </Button>
      </div>
    </form>
  );
}

/** The instant that this device's clock shows as this local time. */
function instantOf(local: string): string {
  return new Date(local).toISOString();
}

async function findCandidates(search: string): Promise<readonly PickerOption[]> {
  const { data } = await client.query({ query: CANDIDATES, variables: { search }, fetchPolicy: "no-cache" });
  return (data?.delegateCandidates ?? []).map(({ id, name, email }) => ({ value: id, label: name, detail: email }));
}
