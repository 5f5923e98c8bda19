import type { Context } from "../../kernel/context.ts";
import { agencyLoader } from "../../places/agencies/list-agencies.ts";
import type { EntryView } from "../entries/entry.type.ts";
import { nearTitles } from "./entry-history.ts";
import type { SimilarEntry } from "./ground.type.ts";

/** From which share of common letter triples on a title is near enough to be shown. */
const NEAR = 0.45;
const MOST = 10;

/** Entries of the region in the round with near titles: those handed in, and those the asker may see. */
export async function similarEntries(ctx: Context, entry: EntryView): Promise<readonly SimilarEntry[]> {
  if (entry.kind !== "INNOVATION") return [];
  const near = await nearTitles(ctx, [{ ...entry, entryId: entry.id }]);
  const shown = near.filter(({ id, state, similarity }) => similarity >= NEAR && (state !== "DRAFT" || id !== null)).slice(0, MOST);
  return Promise.all(
    shown.map(async ({ id, title, agencyId, similarity }) => ({
      id,
      title,
      agency: agencyId === null ? null : ((await agencyLoader(ctx).load(agencyId))?.name ?? null),
      similarity: Math.round(similarity * 100),
    })),
  );
}
