import { FIGURE_FIELDS } from "@isonga/schema/report-rules";
import { type Fraction, fraction, roundHalfUp, ZERO } from "../../kernel/fraction.ts";
import { type MonthFigures, median, usualDistance } from "../report-outliers.ts";
import type { UsualRange } from "./report-grid.type.ts";

/** The usual range of each figure over the months given: median ± what would not yet be flagged, not below 0. Empty under six months. */
export function usualRanges(months: readonly MonthFigures[]): UsualRange[] {
  return FIGURE_FIELDS.flatMap((figure) => {
    const values = months.map((month) => fraction(month[figure]));
    const distance = usualDistance(values);
    if (!distance) return [];
    const middle = median(values);
    const low = middle.sub(distance);
    return [{ figure, low: shown(low.lt(0) ? ZERO : low), median: shown(middle), high: shown(middle.add(distance)) }];
  });
}

function shown(value: Fraction): string {
  return roundHalfUp(value, 0);
}
