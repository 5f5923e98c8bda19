import type { EntryForm, InnovationField } from "@isonga/schema/entry-form";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** What a row tells of an innovation, as the value of an answer. */
const VALUES: Readonly<Partial<Record<InnovationField, RawBuilder<unknown>>>> = {
  title: sql`to_jsonb(r.title)`,
  form: sql`to_jsonb(r.form)`,
  digital: sql`to_jsonb(r.digital)`,
  stage: sql`to_jsonb(r.stage)`,
  affairs: sql`to_jsonb(nullif(r.affairs, '{}'))`,
};

/** Answers the form's fields that are bound to what the rows tell, so that an imported entry reads like one written on the page. */
export async function answerBoundFields(ctx: Context, formId: string): Promise<void> {
  const { rows } = await sql<{ definition: EntryForm }>`select definition from form where id = ${formId}::uuid`.execute(ctx.db);
  const fields = rows[0]?.definition.tasks.flatMap((task) => task.fields) ?? [];
  for (const { key, binds } of fields) {
    const value = binds === undefined ? undefined : VALUES[binds];
    if (value === undefined) continue;
    await sql`insert into entry_answer (id, entry_id, field, value, changed_by, changed_at)
      select gen_random_uuid(), r.entry_id, ${key}, ${value}, ${ctx.actor.id}::uuid, ${ctx.now()}
      from entry_row r where r.action in ('NEW', 'CHANGED') and ${value} is not null
      on conflict (entry_id, field) do update set value = excluded.value, version = entry_answer.version + 1, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at where entry_answer.value is distinct from excluded.value`.execute(ctx.db);
  }
}
