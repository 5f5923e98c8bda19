/**
 * Whether judges can be set against each other: the graph whose ends are judges and entries, with an edge for each signed card. In two parts
 * that share neither judge nor entry nobody can tell strict judges from weak entries. Source: the programme rules, "Judging".
 */
import { groupedBy } from "./doubles.ts";

/** Who has judged what. */
export type JudgedPair = { readonly entryId: string; readonly judgeId: string };

/** A connected part of the graph: its judges and entries in the order in which they came. */
export type JudgedGroup = { readonly judgeIds: readonly string[]; readonly entryIds: readonly string[] };

/** What may be proposed. `mayJudge`: false for a judge who must keep away from an entry, or has no room for more; missing: all may. */
export type LinkRules = { readonly mayJudge?: (judgeId: string, entryId: string) => boolean };

/** How the graph hangs together. */
export type Connectivity = {
  /** Largest first, by judges and entries together. One group: connected. None: there are no cards. */
  readonly groups: readonly JudgedGroup[];
  /** How many more cards would join them: groups − 1. */
  readonly links: number;
  /** Such cards, with judges and entries that have few so far. Shorter than `links` where everything else is forbidden. */
  readonly proposal: readonly JudgedPair[];
};

/** The connected parts of the judge–entry graph, and a concrete way to join them. Judges and entries without a card are in none. */
export function connectivity(pairs: readonly JudgedPair[], rules: LinkRules = {}): Connectivity {
  const groups = judgedGroups(pairs);
  return { groups, links: Math.max(0, groups.length - 1), proposal: groups.length < 2 ? [] : proposeLinks(groups, pairs, rules) };
}

/** The connected parts of the judge–entry graph, largest first; equal ones in the order in which they came. */
export function judgedGroups(pairs: readonly JudgedPair[]): readonly JudgedGroup[] {
  const [byJudge, byEntry] = [groupedBy(pairs, ({ judgeId }) => judgeId), groupedBy(pairs, ({ entryId }) => entryId)];
  const seen = new Set<string>();
  const groups: JudgedGroup[] = [];
  for (const judgeId of byJudge.keys()) {
    if (seen.has(judgeId)) continue;
    const [judges, entries] = [new Set([judgeId]), new Set<string>()];
    for (const judge of judges)
      for (const { entryId } of byJudge.get(judge) ?? [])
        if (!entries.has(entryId)) {
          entries.add(entryId);
          for (const other of byEntry.get(entryId) ?? []) judges.add(other.judgeId);
        }
    for (const judge of judges) seen.add(judge);
    groups.push({ judgeIds: [...judges], entryIds: [...entries] });
  }
  return groups.sort((a, b) => sizeOf(b) - sizeOf(a));
}

const sizeOf = ({ judgeIds, entryIds }: JudgedGroup): number => judgeIds.length + entryIds.length;

/** Cheapest first: the judge with the fewest cards, then the entry with the fewest, between any two parts that are still apart. */
function proposeLinks(groups: readonly JudgedGroup[], pairs: readonly JudgedPair[], rules: LinkRules): readonly JudgedPair[] {
  const load = countsOf(pairs.flatMap(({ judgeId, entryId }) => [`judge ${judgeId}`, `entry ${entryId}`]));
  const parts = groups.map((group) => ({ ...group }));
  const links: JudgedPair[] = [];
  while (parts.length > 1) {
    const best = cheapestLink(parts, load, rules);
    if (!best) break;
    const { link, from, to } = best;
    links.push(link);
    for (const end of [`judge ${link.judgeId}`, `entry ${link.entryId}`]) load.set(end, (load.get(end) ?? 0) + 1);
    const [a, b] = [parts[from], parts[to]];
    if (a && b) parts[Math.min(from, to)] = { judgeIds: [...a.judgeIds, ...b.judgeIds], entryIds: [...a.entryIds, ...b.entryIds] };
    parts.splice(Math.max(from, to), 1);
  }
  return links;
}

type Link = { readonly link: JudgedPair; readonly from: number; readonly to: number };

function cheapestLink(parts: readonly JudgedGroup[], load: ReadonlyMap<string, number>, rules: LinkRules): Link | null {
  const judges = parts.flatMap(({ judgeIds }, part) => judgeIds.map((id) => ({ id, part, load: load.get(`judge ${id}`) ?? 0 })));
  const entries = parts.flatMap(({ entryIds }, part) => entryIds.map((id) => ({ id, part, load: load.get(`entry ${id}`) ?? 0 })));
  const lightest = (a: { load: number }, b: { load: number }) => a.load - b.load;
  entries.sort(lightest);
  for (const judge of judges.sort(lightest)) {
    const entry = entries.find(({ id, part }) => part !== judge.part && (rules.mayJudge?.(judge.id, id) ?? true));
    if (entry) return { link: { judgeId: judge.id, entryId: entry.id }, from: judge.part, to: entry.part };
  }
  return null;
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
