import type { EntryForm } from "@isonga/schema/entry-form";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { DEFAULT_FORM } from "../../programmes/forms/default-form.ts";
import { fitForm } from "../../programmes/forms/fit-form.ts";
import { anyInstrument, type EntryRules, entryRulesOf, takesEntries } from "../../programmes/instrument.ts";
import type { EntryKind } from "../entries/entry-states.ts";

/** The versions of form and instrument that an entry was begun with. */
export type GroundKey = { readonly kind: EntryKind; readonly formId?: string | null | undefined; readonly instrumentId: string };

/** What an entry is asked and what its claims are worth: its own form, with the rows of its own instrument. */
export type EntryGround = { readonly form: EntryForm; readonly instrument: EntryRules };

/** The form and instrument of an entry, each version read once a request. */
export async function entryGround(ctx: Context, entry: GroundKey): Promise<EntryGround> {
  const [form, instrument] = await Promise.all([
    !entry.formId ? DEFAULT_FORM : formDefinitionLoader(ctx).load(entry.formId),
    entryRulesLoader(ctx).load(entry.instrumentId),
  ]);
  return { form: fitForm(form, instrument, entry.kind), instrument };
}

/** An instrument's rows that are claimed in an entry of this kind. */
export function rowsOf(instrument: Pick<EntryRules, "innovation" | "regional">, kind: EntryKind): EntryRules["innovation"] {
  return kind === "REGIONAL" ? instrument.regional : instrument.innovation;
}

/** What instruments say of entries, by the id of the version. A version of a round without entries is a fault. */
export function entryRulesLoader(ctx: Context): DataLoader<string, EntryRules> {
  return memoized(ctx, entryRulesLoader, () => {
    return new DataLoader<string, EntryRules>(async (ids) => {
      const { rows } = await sql<{ id: string; definition: unknown }>`select id, definition from instrument
        where id = any(${[...ids]}::uuid[])`.execute(ctx.db);
      const byId = new Map(rows.map(({ id, definition }) => [id, parsed(definition)]));
      return ids.map((id) => byId.get(id) ?? new Error(`there is no instrument ${id}`));
    });
  });
}

function formDefinitionLoader(ctx: Context): DataLoader<string, EntryForm> {
  return memoized(ctx, formDefinitionLoader, () => {
    return new DataLoader<string, EntryForm>(async (ids) => {
      const { rows } = await sql<{ id: string; definition: EntryForm }>`select id, definition from form
        where id = any(${[...ids]}::uuid[])`.execute(ctx.db);
      const byId = new Map(rows.map(({ id, definition }) => [id, definition]));
      return ids.map((id) => byId.get(id) ?? new Error(`there is no form ${id}`));
    });
  });
}

/** Definitions were checked when they were written: checking one again takes milliseconds, so equal ones are parsed once a process. */
const kept = new Map<string, EntryRules>();

function parsed(definition: unknown): EntryRules {
  const text = JSON.stringify(definition);
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= 50) kept.clear();
  const instrument = anyInstrument.parse(definition);
  if (!takesEntries(instrument)) throw new Error(`a round by ${instrument.kind} takes no entries`);
  const rules = entryRulesOf(instrument);
  kept.set(text, rules);
  return rules;
}
