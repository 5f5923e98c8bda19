import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@isonga/schema/languages";
import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { inLanguage } from "../../lib/i18n/language-choice.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import styles from "./account.module.css";

const UPDATE = graphql(`
  mutation UpdateMyAccount($input: UpdateMyAccountInput!, $idempotencyKey: ID) {
    updateMyAccount(input: $input, idempotencyKey: $idempotencyKey) {
      refusals {
        code
        field
        values
      }
      me {
        id
        name
        language
        version
      }
    }
  }
`);

/** One's name and language. A new language is spoken at once. */
export function AccountForm(props: {
  readonly me: { readonly name: string; readonly language: Language; readonly version: number };
  readonly onSaved: () => void;
}): ReactElement {
  const { me, onSaved } = props;
  const { t } = useTranslation("account");
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState(me.language);
  const { act, busy, failure } = useAct(UPDATE);
  const problems = useFormProblems(failure);
  const navigate = useNavigate();
  const location = useLocation();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act({ input: { version: me.version, name, language } });
    if (answer) onSaved();
    if (answer && language !== me.language) void navigate(inLanguage(language, location), { replace: true, preventScrollReset: true });
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <TextInput id="name" label={t("name")} value={name} autoComplete="name" onChange={(event) => setName(event.currentTarget.value)} />
      <Select
        id="language"
        label={t("language")}
        description={t("languageHelp")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? language)}
      />
      <div>
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
