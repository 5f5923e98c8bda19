import { type MarkedCard, type ScorecardCriterion, type WhatIfStanding, whatIfStanding } from "@isonga/schema/scorecard";
import type { RankIntervalsQuery } from "../../../gql/graphql.ts";
import { textsOf } from "../marks/heat-rows.ts";
import type { Table, TableEntry } from "../table.query.ts";

/** Weights as somebody tries them, by code of the criterion; one that is not named keeps its own. */
export type Weights = Readonly<Record<string, string>>;

/** An entry of the standing with how sure its rank is, and where it would stand under other weights. */
export type StandingRow = TableEntry & {
  readonly interval: RankIntervalsQuery["rankIntervals"][number] | null;
  readonly whatIf: WhatIfStanding | null;
};

/** Reads `novelty:40,impact:0`; what is no criterion or no number is left out. */
export function readWeights(text: string | null, criteria: Table["stage"]["rubric"]["criteria"]): Weights {
  const pairs = (text ?? "").split(",").map((pair) => pair.split(":"));
  return Object.fromEntries(
    pairs.flatMap(([code = "", weight = ""]) =>
      criteria.some((criterion) => criterion.code === code) && /^\d{1,4}(\.\d{1,2})?$/.test(weight) ? [[code, weight] as const] : [],
    ),
  );
}

/** The same as text; null where nothing is tried. */
export function writeWeights(weights: Weights): string | null {
  const pairs = Object.entries(weights).map(([code, weight]) => `${code}:${weight}`);
  return pairs.length === 0 ? null : pairs.join(",");
}

/** Where entries would stand under other weights: computed here from the signed cards, by the same arithmetic as on the server. */
export function tried(table: Pick<Table, "stage" | "cards" | "entries" | "mean">, weights: Weights): ReadonlyMap<string, WhatIfStanding> {
  if (Object.keys(weights).length === 0) return new Map();
  const criteria: readonly ScorecardCriterion[] = table.stage.rubric.criteria;
  const cards = table.cards.flatMap(({ reference, judge, outcome, marks }): MarkedCard[] =>
    outcome === "SCORED" ? [{ entryId: reference, judgeId: judge, marks: textsOf(marks) }] : [],
  );
  const entryIds = table.entries.map(({ reference }) => reference);
  const mean = table.mean === "TRIMMED" ? "TRIMMED" : "PLAIN";
  return new Map(whatIfStanding({ criteria, entryIds, cards, mean }, weights).map((row) => [row.entryId, row]));
}

/** What becomes of an entry as it stands: what the chair decided, else what the cut proposes; null on the line. */
export function standsAt({ outcome, proposal }: Pick<TableEntry, "outcome" | "proposal">): "ADVANCED" | "NOT_ADVANCED" | "OUT" | null {
  if (outcome !== null) return outcome;
  if (proposal === "ON_THE_LINE") return null;
  return proposal === "ADVANCES" ? "ADVANCED" : "NOT_ADVANCED";
}

/** What must be decided so that those up to a rank go on and the others do not: only what is not so already. */
export function lineAt(
  entries: readonly TableEntry[],
  rank: number,
): readonly { readonly entry: TableEntry; readonly outcome: "ADVANCED" | "NOT_ADVANCED" }[] {
  return entries.flatMap((entry) => {
    if (entry.rank === null || entry.outcome === "OUT") return [];
    const outcome = entry.rank <= rank ? "ADVANCED" : "NOT_ADVANCED";
    return standsAt(entry) === outcome ? [] : [{ entry, outcome }];
  });
}
