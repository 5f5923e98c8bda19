import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { atomically } from "../../../kernel/atomically.ts";
import type { Context } from "../../../kernel/context.ts";
import { claimEvent, type EventHandler } from "../../../kernel/outbox.ts";
import { writeLetter } from "../../../mail/write-letter.ts";
import { fieldNames } from "../reads/field-names.ts";
import type { FieldReason, SteppedEntry } from "../take-step.ts";
import { type Holder, holdersOf } from "./holders.ts";

/** Acts of which authors learn by letter. */
const TOLD: readonly string[] = ["return", "exclude"];

/** Writes to the authors of entries that were sent back or excluded, in their language; one letter a person where there are many. */
export const tellAuthors: EventHandler = {
  type: "entry.stepped",
  handle: async (
    ctx: Context,
    { byId, steps }: { readonly byId: string | null; readonly steps: readonly SteppedEntry[] },
    eventId: string,
  ) => {
    const ids = steps.flatMap(({ act, entryId }) => (TOLD.includes(act) ? [entryId] : []));
    if (ids.length === 0) return;
    await atomically(ctx, { verb: "tellAuthors" }, async () => {
      if (!(await claimEvent(ctx, eventId, "tell-authors"))) return;
      const told = new Map((await sentBack(ctx, ids)).map((row) => [row.id, row]));
      const authors = (await holdersOf(ctx, ids, "AUTHOR")).filter(({ personId }) => personId !== byId);
      for (const letters of Map.groupBy(authors, ({ personId }) => personId).values()) await tell(ctx, letters, told);
    });
  },
};

type SentBack = {
  readonly id: string;
  readonly title: string;
  readonly act: "return" | "exclude";
  readonly by: string | null;
  readonly reason: string | null;
  readonly fields: readonly FieldReason[];
  readonly roundNames: LocalizedText;
};

async function tell(ctx: Context, letters: readonly Holder[], told: ReadonlyMap<string, SentBack>): Promise<void> {
  const [to] = letters;
  const entries = letters.flatMap(({ entryId }) => told.get(entryId) ?? []);
  const [first] = entries;
  if (!to || !first) return;
  const by = first.by ?? "Isonga";
  if (entries.length > 1) {
    const listed = entries.map(({ title, reason }) => ({ field: title, reason: reason ?? "" }));
    return void (await writeLetter(ctx, to, {
      kind: "ENTRIES_RETURNED",
      round: pickText(first.roundNames, to.language),
      by,
      fields: listed,
    }));
  }
  const named = await fieldNames(ctx, [first.id], to.language);
  const fields = first.fields.map(({ field, reason }) => ({ field: named(first.id, field), reason }));
  const kind = first.act === "return" ? "ENTRY_RETURNED" : "ENTRY_EXCLUDED";
  await writeLetter(ctx, to, { kind, entryId: first.id, title: first.title, by, reason: first.reason ?? "", fields });
}

/** The last such act on each entry. */
async function sentBack(ctx: Context, ids: readonly string[]): Promise<readonly SentBack[]> {
  const { rows } = await sql<SentBack>`select distinct on (e.id) e.id, e.title, v.act, doer.name as by, v.reason, v.field_reasons as fields,
      r.names as "roundNames"
    from entry e join entry_event v on v.entry_id = e.id and v.act = any(${[...TOLD]}) join round r on r.id = e.round_id
    left join person doer on doer.id = v.by_id
    where e.id = any(${[...ids]}::uuid[]) order by e.id, v.at desc, v.id desc`.execute(ctx.db);
  return rows;
}
