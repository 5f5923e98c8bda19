import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { PersonFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import styles from "./people.module.css";

const UPDATE = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!, $idempotencyKey: ID) {
    updatePerson(input: $input, idempotencyKey: $idempotencyKey) {
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

/** A person's name and language, as others may change them. */
export function PersonForm({ person, onSaved }: { readonly person: PersonFieldsFragment; readonly onSaved: () => void }): ReactElement {
  const { t } = useTranslation("people");
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState(person.language);
  const { act, busy, failure } = useAct(UPDATE);
  const problems = useFormProblems(failure);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void act({ input: { id: person.id, version: person.version, name, language } }).then((done) => (done ? onSaved() : undefined));
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id="name"
        label={t("person.name")}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        id="language"
        label={t("person.language")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? language)}
      />
      <div className={styles.start}>
        <Button type="submit" variant="default" loading={busy}>
          {t("person.save")}
        </Button>
      </div>
    </form>
  );
}
