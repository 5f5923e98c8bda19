import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import type { ListedCard } from "../../mail/judging-letters.ts";
import { tellChairs } from "../judges/tell-chairs.ts";
import { type ConflictPair, conflictPairs, conflictPairsSql, type PairScope } from "./conflict-pairs.ts";
import { conflictWords } from "./conflict-words.ts";
import { stopCards } from "./stop-cards.ts";

/** A judge's part in an entry that a conflict has ended. */
export type StoppedPart = {
  readonly assignmentId: string;
  readonly judgingStageId: string;
  readonly judgeId: string;
  readonly entryId: string;
  /** What became of the card: null when there was none. */
  readonly cardState: "DRAFT" | "SIGNED" | null;
};

/**
 * Ends what has become a conflict in the stages of a round that are not closed: assignments end (CONFLICT), their cards are stopped, also
 * signed ones and those of assignments that had ended, and count no more; answers of pairwise comparison with such an entry are taken out.
 * The chairs are told by letter, once for all of it. Bears repetition; call inside a transaction, after whatever may make a conflict, and
 * before a stage is closed. Answers what was ended.
 */
export async function stopConflicted(
  ctx: Context,
  roundId: string,
  scope: Omit<PairScope, "roundId"> = {},
): Promise<readonly StoppedPart[]> {
  const pairs = conflictPairsSql({ ...scope, roundId });
  const { rows: parts } =
    await sql<StoppedPart>`select a.id as "assignmentId", a.judging_stage_id as "judgingStageId", a.judge_id as "judgeId",
      a.entry_id as "entryId", c.state as "cardState"
    from assignment a join judging_stage s on s.id = a.judging_stage_id and s.round_id = ${roundId}::uuid and s.state <> 'CLOSED'
    left join scorecard c on c.assignment_id = a.id and c.state <> 'STOPPED'
    where (a.ended_at is null or c.state = 'SIGNED') and (a.judge_id, a.entry_id) in (select p.judge_id, p.entry_id from (${pairs}) p)
    order by a.id for key share of s for update of a`.execute(ctx.db);
  if (parts.length === 0) return [];
  const reasons = firstReasons(
    await conflictPairs(ctx, { roundId, judgeIds: parts.map(({ judgeId }) => judgeId), entryIds: parts.map(({ entryId }) => entryId) }),
  );
  await stopCards(
    ctx,
    parts.map(({ assignmentId, ...part }) => {
      const { kind = "OTHER", origin = "DETECTED" } = reasons.get(keyOf(part)) ?? {};
      return { assignmentId, end: "CONFLICT", reason: `${origin}.${kind}` };
    }),
  );
  await sql`delete from comparison c using judging_stage s where s.id = c.judging_stage_id and s.round_id = ${roundId}::uuid and s.state <> 'CLOSED'
    and exists (select from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p("judgeId" uuid, "entryId" uuid)
      where p."judgeId" = c.judge_id and p."entryId" in (c.left_entry_id, c.right_entry_id))`.execute(ctx.db);
  await tellChairs(ctx, roundId, async ({ language }, round) => ({
    kind: "CARDS_STOPPED",
    ...round,
    cards: await listedCards(ctx, { roundId, parts, language }),
  }));
  await emit(ctx, {
    type: "judging.cards-stopped",
    payload: { roundId, stageIds: [...new Set(parts.map(({ judgingStageId }) => judgingStageId))] },
  });
  return parts;
}

type Listing = { readonly roundId: string; readonly parts: readonly StoppedPart[]; readonly language: Language };

async function listedCards(ctx: Context, { roundId, parts, language }: Listing): Promise<readonly ListedCard[]> {
  const [judgeIds, entryIds] = [parts.map(({ judgeId }) => judgeId), parts.map(({ entryId }) => entryId)];
  const reasons = firstReasons(await conflictPairs(ctx, { roundId, judgeIds, entryIds }, language));
  const { rows } = await sql<{
    judgeId: string;
    entryId: string;
    judge: string;
    entry: string;
  }>`select j.id as "judgeId", e.id as "entryId",
      j.code || ' ' || person.name as judge, coalesce(e.reference, e.title) as entry
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p("judgeId" uuid, "entryId" uuid)
    join judge j on j.id = p."judgeId" join person on person.id = j.person_id join entry e on e.id = p."entryId"`.execute(ctx.db);
  const named = new Map(rows.map((row) => [keyOf(row), row]));
  return parts.flatMap((part) => {
    const [name, pair] = [named.get(keyOf(part)), reasons.get(keyOf(part))];
    return name && pair
      ? [{ judge: name.judge, entry: name.entry, why: conflictWords(language, pair), signed: part.cardState === "SIGNED" }]
      : [];
  });
}

const keyOf = ({ judgeId, entryId }: { readonly judgeId: string; readonly entryId: string }): string => `${judgeId} ${entryId}`;

/** The firmest reason of each pair: they come in that order. */
function firstReasons(pairs: readonly ConflictPair[]): ReadonlyMap<string, ConflictPair> {
  return new Map([...pairs].reverse().map((pair) => [keyOf(pair), pair]));
}
