import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../../kernel/context.ts";
import type { EntryEvent } from "../custody.type.ts";
import { fieldNames } from "./field-names.ts";

/** The history of entries, the latest act first, batched by entry id. Ask it only for entries that the asker sees. */
export function eventLoader(ctx: Context): DataLoader<string, readonly EntryEvent[]> {
  return memoized(ctx, eventLoader, () => {
    return new DataLoader<string, readonly EntryEvent[]>(async (ids) => {
      const { rows } = await sql<
        EntryEvent & { readonly entryId: string }
      >`select v.id, v.entry_id as "entryId", v.act, v.from_state as "from",
          v.to_state as "to", doer.name as "by", absent.name as "forName", v.at, v.reason, v.field_reasons as "fieldReasons",
          v.in_grace as "inGrace"
        from entry_event v left join person doer on doer.id = v.by_id left join person absent on absent.id = v.for_id
        where v.entry_id = any(${[...ids]}::uuid[]) order by v.at desc, v.id desc`.execute(ctx.db);
      const named = await fieldNames(ctx, [...new Set(rows.flatMap((row) => (row.fieldReasons.length > 0 ? [row.entryId] : [])))]);
      const labelled = rows.map((row) => ({
        ...row,
        fieldReasons: row.fieldReasons.map((field) => ({ ...field, label: named(row.entryId, field.field) })),
      }));
      const byEntry = Map.groupBy(labelled, (row) => row.entryId);
      return ids.map((id) => byEntry.get(id) ?? []);
    });
  });
}
