import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { IneligibilityCode, ScorePart } from "../../gql/graphql.ts";
import { useFormat } from "../../ui/use-format.ts";

const METRICS: readonly string[] = [
  "PROCESSING_RATE",
  "MEAN_HOURS",
  "ON_TIME_SHARE",
  "SELF_APPLICATIONS",
  "SELF_APPLICATION_SHARE",
  "SELF_APPLICATIONS_PER_1000",
  "SPD",
  "MATURITY",
  "COUNT",
] satisfies readonly ScorePart[];

/** Writes a metric's value in its own unit: shares in percent, times in hours, counts as they are, parts of an index in points. */
export function useMetricValue(): (metric: ScorePart, value: string | null) => string {
  const { t } = useTranslation("standing");
  const format = useFormat();
  return useCallback(
    (metric, value) => {
      if (value === null) return "–";
      switch (metric) {
        case "PROCESSING_RATE":
        case "ON_TIME_SHARE":
        case "SELF_APPLICATION_SHARE":
          return t("value.percent", { value: format.decimal(hundredfold(value), 2) });
        case "MEAN_HOURS":
          return t("value.hours", { value: format.decimal(value, 2) });
        case "SELF_APPLICATIONS":
          return format.decimal(value, 0);
        default:
          return format.decimal(value, 2);
      }
    },
    [t, format],
  );
}

/** A reason why an area is not ranked, as a sentence. */
export function useReasonWords(): (reason: { readonly code: IneligibilityCode; readonly values: unknown }) => string {
  const { t } = useTranslation("standing");
  return useCallback(
    ({ code, values }) => {
      const given = typeof values === "object" && values !== null ? { ...(values as Record<string, unknown>) } : {};
      const metric = isMetric(given["metric"]) ? t(`metric.${given["metric"]}`) : "";
      return t(`reason.${code}`, { ...given, metric });
    },
    [t],
  );
}

/** An exact decimal × 100, by moving its point. */
export function hundredfold(value: string): string {
  const [whole = "0", part = ""] = value.split(".");
  const padded = part.padEnd(2, "0");
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, "$1");
  return padded.length > 2 ? `${moved}.${padded.slice(2)}` : moved;
}

function isMetric(value: unknown): value is ScorePart {
  return typeof value === "string" && METRICS.includes(value);
}
