import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

/** How strict a judge is, by the shrunk effect in points. */
export const SEVERITIES = ["VERY_STRICT", "STRICT", "ALIKE", "LENIENT", "VERY_LENIENT"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Below one point nobody is called strict or lenient; from five on, very. */
export function severityOf(shrunk: string): Severity {
  const points = Number(shrunk);
  if (Math.abs(points) < 1) return "ALIKE";
  if (points < 0) return points <= -5 ? "VERY_STRICT" : "STRICT";
  return points >= 5 ? "VERY_LENIENT" : "LENIENT";
}

/** How far a mark lies from the others of its entry, as steps of colour: −3 far below … 3 far above, in points of a hundred. */
export function heatOf(deviation: string | null): number {
  if (deviation === null) return 0;
  const points = Number(deviation);
  const step = [5, 12, 25].filter((from) => Math.abs(points) >= from).length;
  return points < 0 ? -step : step;
}

/** Writes a decimal with its sign, "+2.10" or "−0.40"; nought has none. */
export function useSigned(): (value: string, places?: number) => string {
  const format = useFormat();
  return useCallback(
    (value, places = 2) => {
      const size = format.decimal(value.replace(/^-/, ""), places);
      if (!/[1-9]/.test(size)) return size;
      return value.startsWith("-") ? `−${size}` : `+${size}`;
    },
    [format],
  );
}

/** A judge as people speak of them: code and name. */
export function useJudgeName(): (judge: { readonly judge: string; readonly name: string }) => string {
  const { t } = useTranslation("table");
  return ({ judge, name }) => t("judgeName", { judge, name });
}
