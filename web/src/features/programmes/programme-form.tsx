import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import styles from "./programmes.module.css";

type Texts = { readonly en: string | null; readonly rw: string | null; readonly id: string | null };

/** What the form holds. */
export type ProgrammeValue = { readonly code: string; readonly country: string; readonly names: Texts; readonly descriptions: Texts };

/** A programme's code and country, while it is new, and its words in three languages. */
export function ProgrammeForm(props: {
  readonly initial: ProgrammeValue;
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: (value: ProgrammeValue) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation("programmes");
  const [value, setValue] = useState(props.initial);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void props.onSubmit(value);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <ErrorSummary problems={useFormProblems(props.failure)} />
      <LocalizedTextInput
        id="names"
        label={t("form.names")}
        maxLength={LIMITS.nameLength}
        value={value.names}
        onChange={(names) => setValue({ ...value, names: texts(names) })}
      />
      <LocalizedTextInput
        id="descriptions"
        label={t("form.descriptions")}
        multiline
        maxLength={LIMITS.descriptionLength}
        value={value.descriptions}
        onChange={(descriptions) => setValue({ ...value, descriptions: texts(descriptions) })}
      />
      {props.isNew ? (
        <>
          <TextInput
            id="code"
            label={t("form.code")}
            description={t("form.codeHint")}
            value={value.code}
            onChange={(event) => setValue({ ...value, code: event.currentTarget.value })}
          />
          <Select
            id="country"
            label={t("form.country")}
            allowDeselect={false}
            data={[
              { value: "RW", label: t("form.RW") },
              { value: "ID", label: t("form.ID") },
            ]}
            value={value.country}
            onChange={(country) => setValue({ ...value, country: country ?? value.country })}
          />
        </>
      ) : null}
      <div>
        <Button type="submit" loading={props.busy}>
          {t(props.isNew ? "form.create" : "form.save")}
        </Button>
      </div>
    </form>
  );
}

/** Each language said, null where there is no text. */
export function texts(text: LocalizedText): Texts {
  return { en: text.en ?? null, rw: text.rw ?? null, id: text.id ?? null };
}
