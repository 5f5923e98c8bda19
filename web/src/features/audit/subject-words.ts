import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Phrases } from "../../lib/i18n/phrases.ts";

type Known = keyof Phrases["audit"]["subjects"];

/** The word for a kind of thing in the record; what has no word yet is shown by its own name. */
export function useSubjectWord(): (subjectType: string) => string {
  const { t, i18n } = useTranslation("audit");
  return useCallback(
    (subjectType) => (i18n.exists(`subjects.${subjectType}`, { ns: "audit" }) ? t(`subjects.${subjectType as Known}`) : subjectType),
    [t, i18n],
  );
}
