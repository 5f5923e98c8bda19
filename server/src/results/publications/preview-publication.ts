import type { Context } from "../../kernel/context.ts";
import { loadRound } from "../load-round.ts";
import { latestPublication } from "./list-publications.ts";
import { preparePublication } from "./prepare-publication.ts";
import type { PublicationPreview } from "./publication.type.ts";

/** What would be published now, exactly as the public would see it, and what still stands in the way. Refuses NOT_FOUND. */
export async function previewPublication(ctx: Context, roundId: string): Promise<PublicationPreview> {
  const round = await loadRound(ctx, roundId);
  const { body, hash, problems } = await preparePublication(ctx, round);
  const latest = await latestPublication(ctx, round.id);
  const { areas: _areas, totals: _totals, entries: _entries, ...inputs } = body.inputs;
  return {
    roundId: round.id,
    hash,
    number: (latest?.number ?? 0) + 1,
    correctsNumber: latest?.number ?? null,
    problems: problems.map(({ code, field, values }) => ({ code, field, values })),
    content: { ...body, inputs },
  };
}
