import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

/** A standard, as any query selects it. */
export type StandardLike = {
  readonly fee: string | null;
  readonly currency: string | null;
  readonly longestTime: number | null;
  readonly timeUnit: "HOUR" | "DAY" | "WORKING_DAY" | null;
};

/** Writes a standard in one line: the longest time, the fee. Empty when it states neither. */
export function useStandardText(): (standard: StandardLike) => string {
  const { t } = useTranslation("services");
  const format = useFormat();
  return useCallback(
    ({ fee, currency, longestTime, timeUnit }) => {
      const time = longestTime !== null && timeUnit !== null ? t(`time.${timeUnit}`, { count: longestTime }) : null;
      const price = fee === null ? null : Number(fee) === 0 ? t("free") : `${format.decimal(fee.replace(/\.00$/, ""))} ${currency ?? ""}`;
      return [time, price].filter((part) => part !== null).join(" · ");
    },
    [t, format],
  );
}
