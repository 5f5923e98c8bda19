import type { EntryForm } from "@isonga/schema/entry-form";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { DEFAULT_FORM } from "./default-form.ts";
import type { FormVersion } from "./form.type.ts";

/** The form in force of a round, the platform's where it has none of its own; null for a round that the asker may not see. */
export async function findForm(ctx: Context, roundId: string): Promise<FormVersion | null> {
  const versions = await listForms(ctx, roundId);
  return versions === null ? null : (versions[0] ?? PLATFORM_FORM);
}

/** The versions of a round's form, the newest first; null for a round that the asker may not see. */
export async function listForms(ctx: Context, roundId: string): Promise<readonly FormVersion[] | null> {
  if ((await findRound(ctx, { id: checkedId(roundId, "roundId") })) === null) return null;
  formVersionsLoader(ctx).clear(roundId);
  return formVersionsLoader(ctx).load(roundId);
}

/** The versions of a round's form, the newest first, batched by round id. Whether the asker may see them is the caller's to ask. */
export function formVersionsLoader(ctx: Context): DataLoader<string, readonly FormVersion[]> {
  return memoized(ctx, formVersionsLoader, () => {
    return new DataLoader<string, readonly FormVersion[]>(async (ids) => {
      const { rows } = await sql<FormVersion & { readonly roundId: string }>`select f.id, f.round_id as "roundId", f.number, f.definition,
          f.reason, f.frozen_at as "frozenAt", person.name as "createdBy", f.created_at as "createdAt"
        from form f left join person on person.id = f.created_by where f.round_id = any(${[...ids]}::uuid[]) order by f.number desc`.execute(
        ctx.db,
      );
      return ids.map((id) => rows.filter(({ roundId }) => roundId === id));
    });
  });
}

/** A round's own form, for its file; null where it is the platform's. */
export async function ownForm(ctx: Context, roundId: string): Promise<EntryForm | null> {
  const { rows } = await sql<{
    definition: EntryForm;
    own: boolean;
  }>`select definition, definition <> ${JSON.stringify(DEFAULT_FORM)}::jsonb as own
    from form where round_id = ${roundId}::uuid order by number desc limit 1`.execute(ctx.db);
  return rows[0]?.own ? rows[0].definition : null;
}

const PLATFORM_FORM: FormVersion = {
  id: null,
  number: 0,
  definition: DEFAULT_FORM,
  reason: null,
  frozenAt: null,
  createdBy: null,
  createdAt: null,
};
