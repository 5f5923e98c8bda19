import { canonicalJson } from "@isonga/schema/canonical-json";
import { ANSWER_LIMITS, hasShape } from "@isonga/schema/entry-answers";
import { isFrozen } from "@isonga/schema/entry-completeness";
import type { AnswerValue, EntryForm, FormField } from "@isonga/schema/entry-form";
import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { EntryProblemView } from "../entries/entry.type.ts";
import type { AnswerConflict, AnswerInput } from "./answer.type.ts";
import type { AnswerRow } from "./answer-loaders.ts";

/** What became of each field that was sent. */
export type Sorted = {
  readonly unchanged: readonly AnswerRow[];
  readonly changed: readonly { readonly field: string; readonly value: AnswerValue }[];
  readonly conflicts: readonly AnswerConflict[];
  readonly notSaved: readonly EntryProblemView[];
};

/**
 * Sorts what a writer sent against what is there: a field that somebody else changed meanwhile is a conflict unless both wrote the same;
 * one that is not of the form, not of its kind or frozen is not saved. A field sent twice counts as last sent.
 */
export function sortAnswers(
  sent: readonly AnswerInput[],
  there: readonly AnswerRow[],
  { form, today }: { readonly form: EntryForm; readonly today: string },
): Sorted {
  const fields = new Map(form.tasks.flatMap((task) => task.fields.map((field) => [field.key, { task: task.code, field }] as const)));
  const stored = new Map(there.map((row) => [row.field, row]));
  const sorted = {
    unchanged: [] as AnswerRow[],
    changed: [] as { field: string; value: AnswerValue }[],
    conflicts: [] as AnswerConflict[],
    notSaved: [] as EntryProblemView[],
  };
  for (const { field: key, value = null, version } of new Map(sent.map((answer) => [answer.field, answer])).values()) {
    const known = fields.get(key);
    const row = stored.get(key);
    const problem = known ? problemOf(known.field, value, today) : (["UNKNOWN_REFERENCE", { value: key.slice(0, 60) }] as const);
    if (row && canonicalJson(row.value) === canonicalJson(value)) sorted.unchanged.push(row);
    else if (problem) sorted.notSaved.push({ task: known?.task ?? "", field: key, code: problem[0], values: problem[1] });
    else if (row && row.version !== version) sorted.conflicts.push(conflictOf(row, value as AnswerValue));
    else sorted.changed.push({ field: key, value: value as AnswerValue });
  }
  return sorted;
}

/** Writes the changed fields in one statement; each counts its own version. */
export async function writeAnswers(ctx: Context, entryId: string, changed: Sorted["changed"]): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(() => ctx.newId());
  const values = changed.map(({ value }) => JSON.stringify(value));
  await sql`insert into entry_answer (id, entry_id, field, value, changed_by, changed_at)
    select n.id, ${entryId}::uuid, n.field, n.value::jsonb, ${ctx.actor.id}::uuid, ${ctx.now()}
    from unnest(${ids}::uuid[], ${changed.map(({ field }) => field)}::text[], ${values}::text[]) as n(id, field, value)
    on conflict (entry_id, field) do update set value = excluded.value, version = entry_answer.version + 1,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(ctx.db);
}

type Problem = readonly [RefusalCode, Readonly<Record<string, string | number>>];

function problemOf(field: FormField, value: unknown, today: string): Problem | null {
  if (isFrozen(field, today)) return ["FIELD_FROZEN", { day: field.frozenAfter ?? "" }];
  if (hasShape(field.kind, value)) return null;
  if (typeof value === "string" && value.length > ANSWER_LIMITS.text) return ["TOO_LONG", { max: ANSWER_LIMITS.text }];
  return ["INVALID_VALUE", {}];
}

function conflictOf(row: AnswerRow, mine: AnswerValue): AnswerConflict {
  const { field, value, version, changedBy, changedAt } = row;
  return { field, theirs: value, mine, version, changedBy, changedAt };
}
