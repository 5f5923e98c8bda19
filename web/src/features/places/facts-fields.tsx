import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../ui/dates/date-field.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import styles from "./area.module.css";

/** What areas and agencies have in common, as it is typed: an empty day is none. */
export type Facts = { readonly name: string; readonly names: LocalizedText; readonly validFrom: string; readonly validTo: string };

/** The facts of something that is there, to be typed over. */
export function factsOf(thing: {
  readonly officialName: string;
  readonly names: LocalizedText;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): Facts {
  const { en, rw, id } = thing.names;
  return { name: thing.officialName, names: { en, rw, id }, validFrom: thing.validFrom ?? "", validTo: thing.validTo ?? "" };
}

export const NO_FACTS: Facts = { name: "", names: {}, validFrom: "", validTo: "" };

/** The facts as a mutation takes them. */
export function factsInput({ name, names, validFrom, validTo }: Facts) {
  const { en = null, rw = null, id = null } = names;
  return { name, names: { en, rw, id }, validFrom: validFrom || null, validTo: validTo || null };
}

/** Official name, name in each language, first and last day. */
export function FactsFields(props: { readonly value: Facts; readonly onChange: (value: Facts) => void }): ReactElement {
  const { t } = useTranslation("places");
  const { value, onChange } = props;
  return (
    <>
      <TextInput
        id="facts-name"
        label={t("edit.name")}
        value={value.name}
        maxLength={LIMITS.nameLength}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <LocalizedTextInput
        id="facts-names"
        label={t("edit.names")}
        value={value.names}
        maxLength={LIMITS.nameLength}
        onChange={(names) => onChange({ ...value, names })}
      />
      <div className={styles.row}>
        <DateField
          id="facts-validFrom"
          label={t("edit.validFrom")}
          value={value.validFrom}
          onChange={(validFrom) => onChange({ ...value, validFrom })}
        />
        <DateField
          id="facts-validTo"
          label={t("edit.validTo")}
          value={value.validTo}
          onChange={(validTo) => onChange({ ...value, validTo })}
        />
      </div>
    </>
  );
}
