import type { Assigned, Preview } from "../assignment.query.ts";
import type { AssignmentContext } from "../use-assignment.ts";

/** What a preview would do to a pair. */
export type Change = {
  readonly kind: "NEW" | "KEPT" | "ENDED";
  readonly entryId: string;
  readonly entry: string;
  readonly title: string;
  readonly judgeId: string;
  readonly judge: string;
  readonly name: string;
  readonly because: unknown;
  readonly signed: boolean;
};

type Now = Pick<AssignmentContext, "entries" | "assigned">;

/** The preview against what holds now: new pairs first, then those that would end, then those that stay. Calibration is left out. */
export function changesOf({ pairs, judges, entries: planned }: Preview, { entries, assigned }: Now): readonly Change[] {
  const names = {
    judges: new Map(judges.map((judge) => [judge.judgeId, judge])),
    entries: new Map(planned.map((one) => [one.entryId, one])),
  };
  const calibration = new Set(entries.flatMap((entry) => (entry.calibration ? [entry.id] : [])));
  const stays = new Set(pairs.map(keyOf));
  const signed = new Set(assigned.flatMap((pair) => (pair.signed ? [keyOf(pair)] : [])));
  const told = pairs.map(
    ({ entryId, judgeId, kept, expertise, language, nth, capacity, cross, link }): Change => ({
      kind: kept ? "KEPT" : "NEW",
      entryId,
      entry: names.entries.get(entryId)?.reference ?? "",
      title: names.entries.get(entryId)?.title ?? "",
      judgeId,
      judge: names.judges.get(judgeId)?.code ?? "",
      name: names.judges.get(judgeId)?.name ?? "",
      because: { expertise, language, load: { nth, capacity }, cross, link },
      signed: signed.has(keyOf({ entryId, judgeId })),
    }),
  );
  const ended = assigned.filter((pair) => !calibration.has(pair.entryId) && !stays.has(keyOf(pair))).map(endedOf);
  return [...told.filter(({ kind }) => kind === "NEW"), ...ended, ...told.filter(({ kind }) => kind === "KEPT")];
}

function endedOf({ entryId, entry, title, judgeId, judge, name, because, signed }: Assigned): Change {
  return { kind: "ENDED", entryId, entry, title, judgeId, judge, name, because, signed };
}

function keyOf({ entryId, judgeId }: { readonly entryId: string; readonly judgeId: string }): string {
  return `${entryId} ${judgeId}`;
}
