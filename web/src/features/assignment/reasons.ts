import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

/** Why a pair was chosen, as far as it is told. */
export type Reason = {
  readonly kind?: string;
  /** Names of affairs in common; null where the entry asks for none. */
  readonly expertise?: readonly string[] | null;
  readonly language?: boolean;
  readonly load?: { readonly nth: number; readonly capacity: number };
  readonly cross?: boolean;
  readonly link?: boolean;
  /** What whoever assigned by hand wrote. */
  readonly reason?: string | null;
};

/** Says why a pair was chosen: a few short clauses, one after the other. */
export function useReasonWords(): (because: unknown) => string {
  const { t } = useTranslation("assignment");
  const format = useFormat();
  return useCallback(
    (because) => {
      const { expertise, language, load, cross, link, reason } = (because ?? {}) as Reason;
      const knows =
        expertise === undefined || expertise === null
          ? []
          : expertise.length === 0
            ? [t("why.otherField")]
            : [t("why.knows", { affairs: format.list(expertise) })];
      return [
        ...knows,
        ...(language === undefined ? [] : [t(language ? "why.reads" : "why.readsNot")]),
        ...(load ? [t("why.load", load)] : []),
        ...(cross ? [t("why.cross")] : []),
        ...(link ? [t("why.link")] : []),
        ...(reason ? [reason] : []),
      ].join(" · ");
    },
    [t, format],
  );
}
