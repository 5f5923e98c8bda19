import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type JudgeFacts, lockJudge, lockOwnJudge, refuseUnlessRunning, refuseUnlessState } from "../judges/load-judge.ts";
import type {
  ClearConflictInput,
  ConflictPayload,
  DeclareConflictInput,
  LiftConflictInput,
  PinConflictInput,
  TieInput,
} from "./conflict.inputs.ts";
import type { ConflictOrigin } from "./conflict-kinds.ts";
import { stopConflicted } from "./stop-conflicted.ts";

/** A tie, or what is said of one entry. */
export type NewConflict = TieInput & { readonly entryId?: string | null };

/** The judge says later what ties them. What they judge there is ended at once. Refuses WRONG_STATE before they accepted. */
export async function declareConflict(ctx: Context, input: DeclareConflictInput): Promise<ConflictPayload> {
  const judge = await lockOwnJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  refuseUnlessState(judge, "ACCEPTED");
  return addAndStop(ctx, judge, { origin: "DECLARED", conflict: input });
}

/** The chair sets a conflict, whatever the judge says. Refuses UNKNOWN_REFERENCE for an entry that is not of the round. */
export async function pinConflict(ctx: Context, input: PinConflictInput): Promise<ConflictPayload> {
  const judge = await lockJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  return addAndStop(ctx, judge, { origin: "PINNED", conflict: input });
}

/** The chair says that what was detected is no conflict, with a reason on record. Refuses REASON_REQUIRED and UNKNOWN_REFERENCE. */
export async function clearConflict(ctx: Context, input: ClearConflictInput): Promise<ConflictPayload> {
  const judge = await lockJudge(ctx, checkedId(input.judgeId, "judgeId"));
  refuseUnlessRunning(judge);
  const note = neededReason(input.reason);
  if (input.entryIds.length > LIMITS.bulkRows) throw new Refusal("TOO_LONG", { field: "entryIds", values: { max: LIMITS.bulkRows } });
  await becauseOf(ctx, note);
  const cleared = input.entryIds.map((entryId, at) => ({ conflict: { kind: "OTHER" as const, entryId, note }, field: `entryIds[${at}]` }));
  await addConflicts(ctx, judge, { origin: "CLEARED", conflicts: cleared });
  return { stopped: 0 };
}

/**
 * The chair takes a statement back: a declared or pinned conflict holds no more, a cleared one holds again (and ends what it must). Refuses
 * WRONG_STATE when it was lifted before.
 */
export async function liftConflict(ctx: Context, input: LiftConflictInput): Promise<ConflictPayload> {
  const id = checkedId(input.conflictId, "conflictId");
  const { rows } = await sql<{ judgeId: string }>`select judge_id as "judgeId" from conflict where id = ${id}::uuid`.execute(ctx.db);
  const judge = await lockJudge(ctx, rows[0]?.judgeId ?? id);
  refuseUnlessRunning(judge);
  const reason = neededReason(input.reason);
  await becauseOf(ctx, reason);
  const lifted = await sql`update conflict set lifted_at = ${ctx.now()}, lifted_by = ${ctx.actor.id}::uuid, lifted_reason = ${reason}
    where id = ${id}::uuid and lifted_at is null returning id`.execute(ctx.db);
  if (lifted.rows.length === 0) throw new Refusal("WRONG_STATE", { field: "conflictId", values: { state: "LIFTED" } });
  return { stopped: (await stopConflicted(ctx, judge.roundId, { judgeIds: [judge.id] })).length };
}

type Adding = { readonly origin: ConflictOrigin; readonly conflict: NewConflict; readonly field?: string };

async function addAndStop(ctx: Context, judge: JudgeFacts, adding: Adding): Promise<ConflictPayload> {
  await addConflict(ctx, judge, adding);
  return { stopped: (await stopConflicted(ctx, judge.roundId, { judgeIds: [judge.id] })).length };
}

/**
 * Writes one statement down. Refuses REQUIRED unless it is about exactly one thing, UNKNOWN_REFERENCE for a thing that is not there (or an entry
 * of another round), TOO_LONG.
 */
export function addConflict(ctx: Context, judge: Pick<JudgeFacts, "id" | "roundId">, { origin, ...adding }: Adding): Promise<void> {
  return addConflicts(ctx, judge, { origin, conflicts: [adding] });
}

/** The same for several, in one SQL statement. */
export async function addConflicts(
  ctx: Context,
  judge: Pick<JudgeFacts, "id" | "roundId">,
  { origin, conflicts }: { readonly origin: ConflictOrigin; readonly conflicts: readonly Omit<Adding, "origin">[] },
): Promise<void> {
  if (conflicts.length === 0) return;
  // Said at one moment, they are listed by their ids.
  const ids = conflicts.map(() => ctx.newId()).sort();
  const wanted = conflicts.map((adding, index) => ({ id: ids[index] ?? "", ...checkedConflict(adding) }));
  const { rows } = await sql<{
    id: string;
  }>`insert into conflict (id, judge_id, kind, origin, jurisdiction_id, agency_id, entry_id, note, by_id, at)
    select w.id, ${judge.id}::uuid, w.kind, ${origin}, area.id, agency.id, e.id, w.note, ${ctx.actor.id}::uuid, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, kind text, area uuid, agency uuid, entry uuid, note text)
    left join jurisdiction area on area.id = w.area left join agency on agency.id = w.agency
    left join entry e on e.id = w.entry and e.round_id = ${judge.roundId}::uuid
    where num_nonnulls(area.id, agency.id, e.id) = 1 returning id`.execute(ctx.db);
  const written = new Set(rows.map(({ id }) => id));
  const missing = wanted.find(({ id }) => !written.has(id));
  if (missing) throw new Refusal("UNKNOWN_REFERENCE", { field: missing.field, values: { value: missing.named } });
}

/** What a statement is about, and the field that names it. */
function checkedConflict({ conflict, field = "" }: Omit<Adding, "origin">) {
  const { kind, jurisdictionId = null, agencyId = null, entryId = null } = conflict;
  const note = conflict.note?.trim() || null;
  const at = (name: string) => (field === "" || field.startsWith("entryIds") ? field || name : `${field}.${name}`);
  const [named, ...more] = [jurisdictionId, agencyId, entryId].filter((id) => id !== null);
  if (named === undefined || more.length > 0) throw new Refusal("REQUIRED", { field: at("jurisdictionId") });
  if (note && note.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: at("note"), values: { max: LIMITS.reasonLength } });
  const about = at(jurisdictionId ? "jurisdictionId" : agencyId ? "agencyId" : "entryId");
  return { kind, area: jurisdictionId, agency: agencyId, entry: entryId, note, named: checkedId(named, about), field: about };
}

/** What is said as a reason. Refuses REASON_REQUIRED and TOO_LONG. */
export function neededReason(text: string, field = "reason"): string {
  const reason = text.trim();
  if (reason === "") throw new Refusal("REASON_REQUIRED", { field });
  if (reason.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field, values: { max: LIMITS.reasonLength } });
  return reason;
}
