import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Since when and until when something exists, in words; null when no day is recorded. */
export function useValidity(): (thing: { readonly validFrom: string | null; readonly validTo: string | null }) => string | null {
  const { t } = useTranslation("places");
  return useCallback(
    ({ validFrom: from, validTo: to }) => {
      if (from !== null && to !== null) return t("area.sinceUntil", { from, to });
      if (from !== null) return t("area.since", { from });
      return to === null ? null : t("area.until", { to });
    },
    [t],
  );
}
