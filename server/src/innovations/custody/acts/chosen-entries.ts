import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { checkedId } from "../../../kernel/graphql/ids.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import type { BulkCustodyInput, MatchingEntriesInput } from "../custody.inputs.ts";
import type { SeenEntry } from "../load-for-act.ts";
import { matchingSql } from "../reads/list-custody.ts";

/** The entries of an act on many, each once; `asOf` when it was asked which match, null where they were named. */
export type ChosenEntries = { readonly seen: readonly SeenEntry[]; readonly asOf: Date | null };

/** Those named, or all that match now. Refuses INVALID_VALUE unless one of the two is told, and TOO_LONG for more than an act can bear. */
export async function chosenEntries(ctx: Context, { entries, matching }: BulkCustodyInput): Promise<ChosenEntries> {
  if ((entries ?? null) !== null && matching) throw new Refusal("INVALID_VALUE", { field: "matching" });
  if (matching) return matchingEntries(ctx, matching);
  if (!entries) throw new Refusal("REQUIRED", { field: "entries" });
  refuseMany(entries.length, "entries");
  return { seen: [...new Map(entries.map((entry) => [checkedId(entry.id, "entries"), entry])).values()], asOf: null };
}

/** All pages of the list at once, the longest held first. What came to its state after the dry run is not what was looked at. */
async function matchingEntries(ctx: Context, matching: MatchingEntriesInput): Promise<ChosenEntries> {
  const asOf = matching.asOf ?? ctx.now();
  const { rows } = await sql<SeenEntry>`select e.id, e.version from entry e join jurisdiction place on place.id = e.jurisdiction_id
    join round r on r.id = e.round_id
    where ${matchingSql(ctx, matching)} and e.held_since <= ${asOf} order by e.held_since, e.id limit ${LIMITS.bulkRows + 1}`.execute(
    ctx.db,
  );
  refuseMany(rows.length, "matching");
  return { seen: rows, asOf };
}

function refuseMany(count: number, field: string): void {
  if (count > LIMITS.bulkRows) throw new Refusal("TOO_LONG", { field, values: { max: LIMITS.bulkRows } });
}
