import type { EntryForm } from "@isonga/schema/entry-form";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { checkDefinition, type DefinitionProblem } from "../definition-problems.ts";
import { type AnyInstrument, entryRulesOf, takesEntries } from "../instrument.ts";
import type { Round } from "../rounds/round.entity.ts";
import { refuseProblems } from "../texts.ts";
import { DEFAULT_FORM } from "./default-form.ts";
import { entryForm, formOf } from "./entry-form.ts";

/** A version of a round's form as far as writing goes. */
export type FormHead = { readonly id: string; readonly number: number; readonly frozenAt: string | null };

/** The form checked in itself and against the instrument's rows. Refuses with every problem and its path below `field`. */
export function checkedForm(
  definition: unknown,
  { instrument, field }: { readonly instrument: AnyInstrument | null; readonly field: string },
): EntryForm {
  const checked = checkDefinition(entryForm, definition);
  if (!checked.ok) {
    refuseProblems(checked.problems, field);
    throw new Refusal("INVALID_VALUE", { field });
  }
  const form = formOf(checked.value);
  if (instrument) refuseProblems(formReferences(form, instrument), field);
  return form;
}

/** Rows that the form asks for and the instrument does not have; for a round without entries, the form itself. */
export function formReferences(form: EntryForm, instrument: AnyInstrument): readonly DefinitionProblem[] {
  if (!takesEntries(instrument)) return [{ code: "INVALID_VALUE", field: "", values: { value: instrument.kind } }];
  return (["tasks", "regional"] as const).flatMap((part) => {
    const known = new Set(entryRulesOf(instrument)[part === "tasks" ? "innovation" : "regional"].map(({ code }) => code));
    return (form[part] ?? []).flatMap(({ indicators }, at) =>
      indicators.flatMap((code, index) =>
        known.has(code)
          ? []
          : [{ code: "UNKNOWN_REFERENCE" as const, field: `${part}[${at}].indicators[${index}]`, values: { value: code } }],
      ),
    );
  });
}

/** Writes the draft's one version. Refuses FORM_FROZEN once the round is open. */
export async function writeDraftForm(ctx: Context, round: Round, definition: EntryForm): Promise<void> {
  const current = await latestForm(ctx, round.id);
  if (round.isOpened() || current?.frozenAt) throw new Refusal("FORM_FROZEN", { field: "definition" });
  if (current) await sql`update form set definition = ${JSON.stringify(definition)}::jsonb where id = ${current.id}`.execute(ctx.db);
  else await insertForm(ctx, { roundId: round.id, number: 1, definition, reason: null, frozenAt: null });
}

/** Takes the draft's own form back: it is asked the platform's again. Refuses FORM_FROZEN once the round is open. */
export async function dropDraftForm(ctx: Context, round: Round): Promise<void> {
  if (round.isOpened()) throw new Refusal("FORM_FROZEN", { field: "definition" });
  await sql`delete from form where round_id = ${round.id}`.execute(ctx.db);
}

/** Writes a new version beside the frozen one and tells of it; entries keep the one they began with. Refuses REASON_REQUIRED. */
export async function writeFormRevision(
  ctx: Context,
  round: Round,
  { definition, reason }: { readonly definition: EntryForm; readonly reason: string },
): Promise<void> {
  const why = reason.trim();
  if (why === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  await formInForce(ctx, round.id);
  const number = ((await latestForm(ctx, round.id))?.number ?? 0) + 1;
  await becauseOf(ctx, why);
  await insertForm(ctx, { roundId: round.id, number, definition, reason: why, frozenAt: ctx.now() });
  await emit(ctx, { type: "round.form-revised", payload: { roundId: round.id, number, reason: why } });
}

/**
 * The form's version in force of a round that takes entries, frozen: a round without a form of its own gets the platform's, written down,
 * so that later changes of the platform change nothing for it.
 */
export async function formInForce(ctx: Context, roundId: string): Promise<string> {
  const latest = await latestForm(ctx, roundId);
  if (latest) return latest.id;
  await insertForm(ctx, { roundId, number: 1, definition: DEFAULT_FORM, reason: null, frozenAt: ctx.now() });
  return (await latestForm(ctx, roundId))?.id ?? Promise.reject(new Error(`round ${roundId} has no form`));
}

/** The id of the form's version in force; null where it is the platform's and was not written down. */
export async function formInForceOrNone(ctx: Context, roundId: string): Promise<string | null> {
  return (await latestForm(ctx, roundId))?.id ?? null;
}

/** Freezes the form of a round that opens, if its instrument has entries. */
export async function freezeForm(ctx: Context, roundId: string, instrument: AnyInstrument | null): Promise<void> {
  if (!takesEntries(instrument)) return;
  await formInForce(ctx, roundId);
  await sql`update form set frozen_at = ${ctx.now()} where round_id = ${roundId} and frozen_at is null`.execute(ctx.db);
}

/** Gives the next edition the form of the last one. */
export async function copyForm(ctx: Context, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await sql`insert into form (id, round_id, number, definition, created_by, created_at)
    select ${ctx.newId()}::uuid, ${to}::uuid, 1, definition, ${ctx.actor.id}::uuid, ${ctx.now()} from form
    where round_id = ${from}::uuid order by number desc limit 1`.execute(ctx.db);
}

async function latestForm(ctx: Context, roundId: string): Promise<FormHead | null> {
  const { rows } = await sql<FormHead>`select id, number, frozen_at as "frozenAt" from form
    where round_id = ${roundId}::uuid order by number desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

type NewForm = {
  readonly roundId: string;
  readonly number: number;
  readonly definition: EntryForm;
  readonly reason: string | null;
  readonly frozenAt: Date | null;
};

async function insertForm(ctx: Context, { roundId, number, definition, reason, frozenAt }: NewForm): Promise<void> {
  await sql`insert into form (id, round_id, number, definition, reason, frozen_at, created_by, created_at)
    values (${ctx.newId()}, ${roundId}, ${number}, ${JSON.stringify(definition)}::jsonb, ${reason}, ${frozenAt}, ${ctx.actor.id}, ${ctx.now()})
    on conflict (round_id, number) do nothing`.execute(ctx.db);
}
