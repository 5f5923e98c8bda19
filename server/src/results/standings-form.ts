import type { InnovationIndex } from "@isonga/schema/innovation-index";
import type { RoundStanding } from "./round-standing.ts";
import type { RankedRow, UnrankedRow } from "./scoring.ts";
import { type StandingsForm, serviceForm } from "./standing/standings-json.ts";

/** The form in which indices are exchanged with other tools: each region's two indices with their parts, by code. */
export interface IndicesForm {
  /** The year in which the round ended. */
  readonly year: string;
  readonly regions: Readonly<Record<string, { readonly name: string; readonly claimed: IndexForm; readonly verified: IndexForm }>>;
}

type IndexForm = Pick<InnovationIndex, "index" | "category" | "spd" | "innovations" | "count" | "meanMaturity">;

/** A round's standings in the form in which they are exchanged, ready for `JSON.stringify`. */
export function standingsForm({ round, standing, scoring }: RoundStanding): StandingsForm | IndicesForm {
  if (round.instrument.kind === "SERVICE_PERFORMANCE") return serviceForm(round.instrument, standing);
  const subjects = standing.levels.flatMap(({ ranked, ineligible }): readonly (RankedRow | UnrankedRow)[] => [...ranked, ...ineligible]);
  const rows = subjects.flatMap(({ subject }) => {
    const { index } = scoring.facts(subject.code);
    return index ? [[subject.code, { name: subject.name, claimed: formOf(index.claimed), verified: formOf(index.verified) }] as const] : [];
  });
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  return { year: round.days?.last.slice(0, 4) ?? "", regions: Object.fromEntries(rows) };
}

function formOf({ index, category, spd, innovations, count, meanMaturity }: InnovationIndex): IndexForm {
  return { index, category, spd, innovations, count, meanMaturity };
}
