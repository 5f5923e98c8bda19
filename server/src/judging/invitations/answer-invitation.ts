import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { checkVersion } from "../../people/person-rules.ts";
import type { JuryInstrument } from "../../programmes/jury-instrument.ts";
import { stopConflicted } from "../conflicts/stop-conflicted.ts";
import { addConflicts } from "../conflicts/write-conflict.ts";
import { type JudgeFacts, lockOwnJudge, refuseUnlessRunning, refuseUnlessState } from "../judges/load-judge.ts";
import { checkedCapacity, endJudge } from "../judges/manage-judge.ts";
import { expertiseOf, type RoundJury, roundJury } from "../judges/round-jury.ts";
import { tellChairs } from "../judges/tell-chairs.ts";
import type { AcceptJudgingInput, DeclineJudgingInput, JudgeshipPayload } from "./judgeship.type.ts";
import { conductChanged, readJudgeship } from "./judgeships.ts";

/**
 * The judge accepts the code of conduct and says what they know and what ties them; said again later, it changes what was said (ties are only
 * added). Refuses CONDUCT_CHANGED when another code holds than the one that was read, REQUIRED, UNKNOWN_REFERENCE, INVALID_VALUE, and
 * STALE_VERSION. What they must not judge ends at once.
 */
export async function acceptJudging(ctx: Context, input: AcceptJudgingInput): Promise<JudgeshipPayload> {
  const judge = await lockOwnJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "INVITED", "ACCEPTED");
  checkVersion(judge, input.version);
  const jury = await roundJury(ctx, judge.roundId);
  await refuseOtherConduct(ctx, judge, { jury, read: input.conductVersion });
  refuseAll([...expertiseProblems(jury.instrument, input.expertise), ...(await tieProblems(ctx, judge, input))]);
  if (input.languages.length === 0) throw new Refusal("REQUIRED", { field: "languages" });
  const capacity = checkedCapacity(input.capacity);
  const ties = input.ties.map((conflict, at) => ({ conflict, field: `ties[${at}]` }));
  await addConflicts(ctx, judge, { origin: "DECLARED", conflicts: ties });
  await sql`update judge set state = 'ACCEPTED', answered_at = ${ctx.now()}, conduct_of = ${jury.number}, expertise = ${[...new Set(input.expertise)]},
      languages = ${[...new Set(input.languages)]}, capacity = ${capacity}::int, no_ties = ${input.noTies}, version = version + 1, updated_at = ${ctx.now()}
    where id = ${judge.id}::uuid`.execute(ctx.db);
  await stopConflicted(ctx, judge.roundId, { judgeIds: [judge.id] });
  return { judgeship: await readJudgeship(ctx, judge.id) };
}

/** The judge declines; the chairs are told. Refuses WRONG_STATE once they accepted: then they leave. */
export async function declineJudging(ctx: Context, input: DeclineJudgingInput): Promise<JudgeshipPayload> {
  const judge = await lockOwnJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "INVITED");
  const reason = input.reason?.trim() ?? "";
  if (reason.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  await endJudge(ctx, { id: judge.id, state: "DECLINED", reason: reason || null });
  await tellChairs(ctx, judge.roundId, (_chair, round) => ({
    kind: "JUDGE_DECLINED",
    ...round,
    judge: `${judge.code} ${judge.name}`,
    reason,
  }));
  return { judgeship: null };
}

/** Refuses CONDUCT_CHANGED unless what was read says what holds now. */
async function refuseOtherConduct(
  ctx: Context,
  judge: JudgeFacts,
  { jury, read }: { readonly jury: RoundJury; readonly read: number },
): Promise<void> {
  if (read === jury.number) return;
  const { rows } = await sql<{ conduct: Record<string, string> | null }>`select definition -> 'conduct' as conduct from instrument
    where round_id = ${judge.roundId}::uuid and number = ${read}`.execute(ctx.db);
  if (rows.length === 0 || conductChanged(rows[0]?.conduct, jury.instrument.conduct))
    throw new Refusal("CONDUCT_CHANGED", { field: "conductVersion" });
}

function expertiseProblems(instrument: JuryInstrument, said: readonly string[]): readonly Refusal[] {
  const choices = expertiseOf(instrument);
  if (choices.length > 0 && said.length === 0) return [new Refusal("REQUIRED", { field: "expertise" })];
  const unknown = said.find((code) => !choices.includes(code));
  return unknown === undefined ? [] : [new Refusal("UNKNOWN_REFERENCE", { field: "expertise", values: { value: unknown } })];
}

/** Nothing ties them, or something does: one of the two is said. */
async function tieProblems(ctx: Context, judge: JudgeFacts, { noTies, ties }: AcceptJudgingInput): Promise<readonly Refusal[]> {
  const { rows } = await sql`select from conflict c where c.judge_id = ${judge.id}::uuid and c.origin = 'DECLARED' and c.entry_id is null
    and c.lifted_at is null limit 1`.execute(ctx.db);
  const isTied = ties.length > 0 || rows.length > 0;
  if (isTied === !noTies) return [];
  return [new Refusal(isTied ? "INVALID_VALUE" : "REQUIRED", { field: isTied ? "noTies" : "ties", values: { value: String(noTies) } })];
}
