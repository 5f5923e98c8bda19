import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";

/** What forms and instruments call the fields and rows of these entries, by entry and key, in a language. */
export async function fieldNames(
  ctx: Context,
  entryIds: readonly string[],
  language: Context["language"] = ctx.language,
): Promise<(entryId: string, field: string) => string> {
  if (entryIds.length === 0) return (_entryId, field) => field;
  const { rows } = await sql<{ entryId: string; key: string; names: LocalizedText }>`with wanted as (
      select id, form_id, instrument_id from entry where id = any(${[...entryIds]}::uuid[])
    )
    select w.id as "entryId", field ->> 'key' as key, field -> 'label' as names
    from wanted w join form f on f.id = w.form_id, jsonb_array_elements(f.definition -> 'tasks') task, jsonb_array_elements(task -> 'fields') field
    union all
    select w.id, line ->> 'code', line -> 'names'
    from wanted w join instrument i on i.id = w.instrument_id,
      jsonb_array_elements(coalesce(i.definition -> 'regional', '[]') || coalesce(i.definition -> 'innovation', '[]')) line`.execute(
    ctx.db,
  );
  const names = new Map(rows.map((row) => [`${row.entryId} ${row.key}`, pickText(row.names, language)]));
  return (entryId, field) => names.get(`${entryId} ${field}`) || field;
}
