import type { Language } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { InnovationFacts } from "../answers/innovation-facts.ts";

/** An innovation as its table has it. */
export type InnovationRow = InnovationFacts & {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly agencyId: string | null;
  readonly language: Language;
  readonly path: string;
  readonly version: number;
};

/** Columns of `i` and its region `place`. */
export const INNOVATION_COLUMNS = sql`i.id, i.jurisdiction_id as "jurisdictionId", i.agency_id as "agencyId", i.title, i.language, i.form,
  i.digital, i.stage, i.initiator, i.affairs, i.trial_on as "trialOn", i.applied_on as "appliedOn", i.developed_on as "developedOn", i.design,
  i.aim, i.benefit, i.result, i.links, i.latitude, i.longitude, i.version, place.path::text as path`;

/** An innovation of an office, for its next entry. Refuses UNKNOWN_REFERENCE for one of another office, as if it were not there. */
export async function findInnovation(ctx: Context, of: { readonly id: string; readonly agencyId: string }): Promise<InnovationRow> {
  const found = await innovationLoader(ctx).load(checkedId(of.id, "innovationId"));
  if (found?.agencyId !== of.agencyId) throw new Refusal("UNKNOWN_REFERENCE", { field: "innovationId", values: { value: of.id } });
  return found;
}

/** Innovations by id, batched. Whether the asker may see one is the caller's to ask. */
export function innovationLoader(ctx: Context): DataLoader<string, InnovationRow | null> {
  return memoized(ctx, innovationLoader, () => {
    return new DataLoader<string, InnovationRow | null>(async (ids) => {
      const { rows } =
        await sql<InnovationRow>`select ${INNOVATION_COLUMNS} from innovation i join jurisdiction place on place.id = i.jurisdiction_id
        where i.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}
