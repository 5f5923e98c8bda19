import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Phrases } from "../../lib/i18n/phrases.ts";
import { useFormat } from "../../ui/use-format.ts";

/** Words for what stands in the record; what has none yet is shown as it stands. */
export type AuditWords = {
  /** A kind of thing, e.g. `role_grant`. */
  readonly subject: (subjectType: string) => string;
  /** An act, e.g. `grantRole`. */
  readonly verb: (verb: string) => string;
  /** A column, e.g. `granted_by`. */
  readonly field: (field: string) => string;
  /** What a column held: an instant as a date, a role or status as a word, an id as the name of what has it. */
  readonly value: (field: string, value: string, names: readonly NamedThing[]) => string;
};

/** What an id in a row stands for. */
export type NamedThing = { readonly id: string; readonly name: string };

type Audit = Phrases["audit"];

/** The words of the page's language. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation(["audit", "people"]);
  const format = useFormat();
  return useMemo(() => {
    const known = (key: string, namespace: "audit" | "people" = "audit"): boolean => i18n.exists(key, { ns: namespace });
    return {
      subject: (type) => (known(`subjects.${type}`) ? t(`subjects.${type as keyof Audit["subjects"]}`) : type),
      verb: (verb) => (known(`verbs.${verb}`) ? t(`verbs.${verb as keyof Audit["verbs"]}`) : verb),
      field: (field) => (known(`fields.${field}`) ? t(`fields.${field as keyof Audit["fields"]}`) : field),
      value: (field, value, names) => {
        if (field.endsWith("_at") && !Number.isNaN(Date.parse(value))) return format.dateTime(value, { short: true });
        if (field === "role" && known(`roles.${value}`, "people")) return t(`people:roles.${value as keyof Phrases["people"]["roles"]}`);
        if (known(`values.${value}`)) return t(`values.${value as keyof Audit["values"]}`);
        return names.find(({ id }) => id === value)?.name ?? value;
      },
    };
  }, [t, i18n, format]);
}
