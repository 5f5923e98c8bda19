import type { PublishedInputs } from "@isonga/schema/published-result";
import type { AnyInstrument } from "../../programmes/instrument.ts";
import type { LevelRows, RankedRow } from "../scoring.ts";

/** The chair's order among subjects that the published rules left at one rank: code → place in that order, 1 the first. */
export type TieOrder = ReadonlyMap<string, number>;

/** The chair's order as a publication keeps it. */
export function tieOrderOf(ties: PublishedInputs["ties"]): TieOrder {
  return new Map(ties.map(({ code, place }) => [code, place]));
}

/** Whether the instrument leaves the last word on ties to the chair. */
export function chairBreaksTies(instrument: Pick<AnyInstrument, "tieBreaks">): boolean {
  return instrument.tieBreaks.at(-1)?.rule === "CHAIR_DECISION";
}

/**
 * The standing with the chair's recorded decisions on ties applied: only within a shared rank, and only where the published list
 * names the chair. Subjects without a decision come after those with one and go on sharing.
 */
export function applyTieOrder<Level extends LevelRows>(
  instrument: Pick<AnyInstrument, "tieBreaks">,
  standing: { readonly levels: readonly Level[] },
  order: TieOrder,
): { readonly levels: readonly Level[] } {
  if (order.size === 0 || !chairBreaksTies(instrument)) return standing;
  const levels = standing.levels.map((level) => {
    const ranks = [...new Set(level.ranked.map((row) => row.rank))];
    return {
      ...level,
      ranked: ranks.flatMap((rank) =>
        ordered(
          level.ranked.filter((row) => row.rank === rank),
          order,
        ),
      ),
    };
  });
  return { levels };
}

function ordered(group: readonly RankedRow[], order: TieOrder): readonly RankedRow[] {
  if (group.length === 1 || !group.some((row) => order.has(row.subject.code))) return group;
  const keyOf = (row: RankedRow) => order.get(row.subject.code) ?? Number.POSITIVE_INFINITY;
  const sorted = [...group].sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) - keyOf(b)));
  return sorted.map((row, index) => {
    const equal = sorted.filter((other) => keyOf(other) === keyOf(row));
    const ahead = sorted.filter((other) => keyOf(other) < keyOf(row)).length;
    const previous = sorted[index - 1];
    return {
      ...row,
      rank: row.rank + ahead,
      tieBreak: previous && keyOf(previous) !== keyOf(row) ? { rule: "CHAIR_DECISION" } : row.tieBreak,
      tiedWith: equal.filter((other) => other !== row).map((other) => other.subject.code),
    };
  });
}
