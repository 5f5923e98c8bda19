import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FormProblem } from "../../ui/error-summary.tsx";
import type { Failure } from "./failure.ts";
import { useRefusalWords } from "./use-refusal-words.ts";

/** A failure as the problems of a form, each leading to the control whose id is {@link controlId} of the refusal's field. */
export function useFormProblems(failure: Failure | null): readonly FormProblem[] {
  const words = useRefusalWords();
  const { t } = useTranslation("common");
  return useMemo(() => {
    if (failure === null) return [];
    if (failure.kind !== "refused") return [{ words: failure.kind === "network" ? t("failure.network") : t("failure.fault") }];
    return failure.refusals.map((refusal) => ({
      words: words(refusal),
      ...(refusal.field ? { fieldId: controlId(refusal.field) } : {}),
    }));
  }, [failure, words, t]);
}

/** The id of the control for an input's field: `stages[0].names.rw` → `stages-0-names-rw`. */
export function controlId(field: string): string {
  return field.replace(/[[\].]+/g, "-").replace(/-$/, "");
}
