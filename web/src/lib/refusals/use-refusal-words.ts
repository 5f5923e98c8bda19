import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Failure, RefusalLike } from "./failure.ts";

/** Turns a refusal into the reader's words, its values filled in. The route must load the phrases "refusals" (all behind sign-in do but home). */
export function useRefusalWords(): (refusal: RefusalLike) => string {
  const { t } = useTranslation("refusals");
  return useCallback((refusal) => t(refusal.code, readValues(refusal.values)), [t]);
}

/** One sentence for any failure: the refusals' words, or that the network or we failed. */
export function useFailureWords(): (failure: Failure) => string {
  const words = useRefusalWords();
  const { t } = useTranslation("common");
  return useCallback(
    (failure) => {
      if (failure.kind === "refused") return failure.refusals.map(words).join(" ");
      return failure.kind === "network" ? t("failure.network") : t("failure.fault");
    },
    [words, t],
  );
}

function readValues(values: unknown): Record<string, unknown> {
  return typeof values === "object" && values !== null ? { ...values } : {};
}
