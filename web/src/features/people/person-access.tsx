import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { PersonFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import styles from "./people.module.css";

const DISABLE = graphql(`
  mutation DisablePerson($input: PersonVersionInput!, $idempotencyKey: ID) {
    disablePerson(input: $input, idempotencyKey: $idempotencyKey) {
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

const ENABLE = graphql(`
  mutation EnablePerson($input: PersonVersionInput!, $idempotencyKey: ID) {
    enablePerson(input: $input, idempotencyKey: $idempotencyKey) {
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

/** Whether somebody may sign in: shut out after a question, let in again without one. */
export function PersonAccess({ person }: { readonly person: PersonFieldsFragment }): ReactElement {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const [asked, setAsked] = useState(false);
  const disable = useAct(DISABLE);
  const enable = useAct(ENABLE);
  const failure = disable.failure ?? enable.failure;
  const input = { id: person.id, version: person.version };
  const shutOut = async (): Promise<void> => {
    await disable.act({ input });
    setAsked(false);
  };
  return (
    <Section title={t("person.access")}>
      {failure === null ? null : <Notice kind="problem" title={failureWords(failure)} takesFocus />}
      <p className={styles.words}>
        {person.disabledAt === null ? t("person.accessWords") : t("person.disabledAt", { day: person.disabledAt })}
      </p>
      {person.disabledAt === null ? (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("person.disable")}
        </Button>
      ) : (
        <Button variant="default" loading={enable.busy} onClick={() => void enable.act({ input })}>
          {t("person.enable")}
        </Button>
      )}
      <ConfirmDialog
        opened={asked}
        title={t("person.disableTitle", { name: person.name })}
        act={t("person.disable")}
        danger
        busy={disable.busy}
        onConfirm={() => void shutOut()}
        onClose={() => setAsked(false)}
      >
        {t("person.disableWords")}
      </ConfirmDialog>
    </Section>
  );
}
