import type { JudgingRules } from "../../programmes/jury-instrument.ts";

/** A ranked entry at the cut. `groups`: the categories or leagues it competes in, where the cut is made within them. */
export type AtTheCut = { readonly entryId: string; readonly rank: number; readonly score: string; readonly groups: readonly string[] };

/** ON_THE_LINE: it shares its rank with others of whom not all can go on; the chair decides. */
export const CUT_PROPOSALS = ["ADVANCES", "STAYS", "ON_THE_LINE"] as const;
export type CutProposal = (typeof CUT_PROPOSALS)[number];

/**
 * Whom the published cut lets through. TOP n takes whole ranks as far as they fit; those of the rank that does not fit are on the line.
 * Within categories or leagues an entry goes on when it does in one of its groups. An entry without a score never goes on.
 */
export function proposeCut(cut: JudgingRules["cut"], ranked: readonly AtTheCut[]): ReadonlyMap<string, CutProposal> {
  if (cut.kind === "NONE") return new Map(ranked.map(({ entryId }) => [entryId, "ADVANCES"]));
  if (cut.kind === "THRESHOLD")
    return new Map(ranked.map(({ entryId, score }) => [entryId, Number(score) >= Number(cut.from) ? "ADVANCES" : "STAYS"]));
  const groups = cut.within === "EVERYWHERE" ? [ranked] : groupsOf(ranked);
  const proposals = new Map<string, CutProposal>(ranked.map(({ entryId }) => [entryId, "STAYS"]));
  for (const group of groups)
    for (const [entryId, proposal] of topOf(group, cut.places))
      if (isBetter(proposal, proposals.get(entryId))) proposals.set(entryId, proposal);
  return proposals;
}

function groupsOf(ranked: readonly AtTheCut[]): readonly (readonly AtTheCut[])[] {
  const codes = [...new Set(ranked.flatMap(({ groups }) => groups))];
  return codes.map((code) => ranked.filter(({ groups }) => groups.includes(code)));
}

function topOf(group: readonly AtTheCut[], places: number): readonly (readonly [string, CutProposal])[] {
  const ranks = [...Map.groupBy(group, ({ rank }) => rank)].sort(([a], [b]) => a - b);
  let ahead = 0;
  return ranks.flatMap(([, sharing]) => {
    const proposal = ahead >= places ? "STAYS" : ahead + sharing.length <= places ? "ADVANCES" : "ON_THE_LINE";
    ahead += sharing.length;
    return sharing.map(({ entryId }) => [entryId, proposal] as const);
  });
}

const ORDER: readonly CutProposal[] = ["STAYS", "ON_THE_LINE", "ADVANCES"];

function isBetter(proposal: CutProposal, than: CutProposal | undefined): boolean {
  return ORDER.indexOf(proposal) > ORDER.indexOf(than ?? "STAYS");
}
