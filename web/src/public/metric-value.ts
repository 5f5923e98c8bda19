import type { PublicKey, Words } from "./words.ts";

const KINDS: Readonly<Record<string, "share" | "hours" | "count" | "points">> = {
  PROCESSING_RATE: "share",
  ON_TIME_SHARE: "share",
  SELF_APPLICATION_SHARE: "share",
  MEAN_HOURS: "hours",
  SELF_APPLICATIONS: "count",
  SELF_APPLICATIONS_PER_1000: "count",
  SPD: "points",
  MATURITY: "points",
  COUNT: "points",
};

/** The name of a metric for a reader. */
export function metricName(words: Words, metric: string): string {
  return words.t(`metric.${metric}` as PublicKey);
}

/** A metric's value as people read it: a share in per cent with one place, hours with one place, whole counts. */
export function metricValue(words: Words, metric: string, value: string | null): string {
  if (value === null) return "–";
  const kind = metric.startsWith("STAGE_") ? "points" : (KINDS[metric] ?? "count");
  if (kind === "share") return words.t("metricValue.share", { value: rounded(Number(value) * 100, 1) });
  if (kind === "hours") return words.t("metricValue.hours", { value: rounded(Number(value), 1) });
  if (kind === "points") return words.t("metricValue.count", { value: rounded(Number(value), 2) });
  return words.t("metricValue.count", { value: rounded(Number(value), metric === "SELF_APPLICATIONS_PER_1000" ? 1 : 0) });
}

/** For reading only; what is exact stands in the downloads. */
function rounded(value: number, places: number): string {
  return value.toFixed(places);
}
