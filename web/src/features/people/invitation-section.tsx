import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { PersonFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import styles from "./people.module.css";

const RESEND = graphql(`
  mutation ResendInvitation($input: PersonIdInput!, $idempotencyKey: ID) {
    resendInvitation(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      person {
        ...PersonFields
      }
    }
  }
`);

/** Since when somebody is invited, and the way to invite them again. */
export function InvitationSection({ person }: { readonly person: PersonFieldsFragment }): ReactElement {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const { act, busy, failure } = useAct(RESEND);
  const [sent, setSent] = useState(false);
  const resend = async (): Promise<void> => {
    setSent(false);
    setSent((await act({ input: { id: person.id } })) !== null);
  };
  return (
    <Section title={t("person.invitation")}>
      {failure === null ? null : <Notice kind="problem" title={failureWords(failure)} takesFocus />}
      {sent ? <Notice kind="saved" title={t("person.resent")} takesFocus /> : null}
      {person.invitedAt === null ? null : <p className={styles.words}>{t("person.invitedAt", { day: person.invitedAt })}</p>}
      {person.viewerCan.invite ? (
        <Button variant="default" loading={busy} onClick={() => void resend()}>
          {t("person.resend")}
        </Button>
      ) : null}
    </Section>
  );
}
