import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
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
  /** What is edited; none while it is new. */
  readonly of?: { readonly id: string; readonly version: number };
  readonly initial: ProgrammeValue;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Answers whether it is saved. */
  readonly onSubmit: (value: ProgrammeValue) => Promise<boolean>;
  readonly onSaved: () => void;
}): ReactElement {
  const { t } = useTranslation("programmes");
  const [value, setValue] = useState(props.initial);
  const isNew = props.of === undefined;
  const name = `programme ${props.of?.id ?? "new"}`;
  const version = props.of === undefined ? {} : { version: props.of.version };
  const draft = useFormDraft({ name, ...version, value, restore: setValue });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await props.onSubmit(value))) return;
    draft.saved();
    props.onSaved();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <KeptDraft draft={draft} />
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
      {isNew ? (
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
          {t(isNew ? "form.create" : "form.save")}
        </Button>
      </div>
    </form>
  );
}

/** Each language said, null where there is no text. */
export function texts(text: LocalizedText): Texts {
  return { en: text.en ?? null, rw: text.rw ?? null, id: text.id ?? null };
}
