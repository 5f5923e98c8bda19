import { LANGUAGE_NAMES, LANGUAGES, type Language, type LocalizedText } from "@isonga/schema/languages";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { GrowingText } from "./growing-text.tsx";
import styles from "./localized-text-input.module.css";

/** A text in three languages side by side (one under the other on a phone). A language without a text says so. */
export function LocalizedTextInput(props: {
  readonly label: string;
  /** The controls' ids are `<id>-en` and so on, for an error summary's links. */
  readonly id: string;
  readonly value: LocalizedText;
  readonly onChange: (value: LocalizedText) => void;
  readonly multiline?: boolean;
  /** How high an empty text of several lines is; 3 unless told. */
  readonly minRows?: number;
  readonly maxLength?: number;
  readonly errors?: Partial<Readonly<Record<Language, string>>>;
  readonly disabled?: boolean;
}): ReactElement {
  const { t } = useTranslation("common");
  const Control = props.multiline === true ? GrowingText : TextInput;
  return (
    <fieldset className={styles.group} disabled={props.disabled === true}>
      <legend className={styles.legend}>{props.label}</legend>
      {LANGUAGES.map((language) => (
        <Control
          key={language}
          id={`${props.id}-${language}`}
          lang={language}
          label={LANGUAGE_NAMES[language]}
          labelProps={{ lang: language }}
          placeholder={t("translation.missing")}
          value={props.value[language] ?? ""}
          error={props.errors?.[language]}
          maxLength={props.maxLength}
          onChange={(event) => props.onChange({ ...props.value, [language]: event.currentTarget.value })}
          {...(props.multiline === true ? { minRows: props.minRows ?? 3 } : {})}
        />
      ))}
    </fieldset>
  );
}
