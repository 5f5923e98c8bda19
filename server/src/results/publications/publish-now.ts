import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { acceptProposals } from "../decisions/accept-proposals.ts";
import { loadRound } from "../load-round.ts";
import { latestPublication } from "./list-publications.ts";
import { preparePublication } from "./prepare-publication.ts";
import type { Publication } from "./publication.type.ts";
import { publishRound } from "./publish-round.ts";

/** How the command line and the demo publish. */
export type PublishNow = {
  /** Id or code of the round. */
  readonly round: string;
  readonly embargoUntil?: Date | null;
  /** Stage what the rules propose first; otherwise the chair's decisions must be complete. */
  readonly acceptProposals?: boolean;
  /** Makes it a correction of the last publication. */
  readonly reason?: string | null;
};

/** Publishes a round as it stands, without a look at a preview in between: see `publishRound` for its refusals. */
export async function publishNow(ctx: Context, call: PublishNow): Promise<Publication> {
  return atomically(ctx, { verb: "publishRound" }, async () => {
    if (call.acceptProposals) await acceptProposals(ctx, { roundId: call.round });
    const round = await loadRound(ctx, call.round);
    const { hash } = await preparePublication(ctx, round);
    const latest = call.reason ? await latestPublication(ctx, round.id) : null;
    const { publication } = await publishRound(ctx, {
      roundId: round.id,
      expectedStandingHash: hash,
      embargoUntil: call.embargoUntil ?? null,
      correctsNumber: latest?.number ?? null,
      reason: call.reason ?? null,
    });
    if (!publication) throw new Refusal("NOT_FOUND");
    return publication;
  });
}
