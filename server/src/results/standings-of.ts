import type { Context } from "../kernel/context.ts";
import { loadRound } from "./load-round.ts";
import { loadRoundStanding } from "./round-standing.ts";
import type { Standing } from "./standing/standing-shape.ts";
import { type StandingsForm, toExpectedForm } from "./standing/standings-json.ts";

/** A round's standings for the command line: in full, and in the form in which they are exchanged with other tools (`--json`). */
export async function standingsOf(ctx: Context, roundCode: string): Promise<{ readonly standing: Standing; readonly form: StandingsForm }> {
  const round = await loadRound(ctx, roundCode);
  const { standing } = await loadRoundStanding(ctx, round);
  return { standing, form: toExpectedForm(round.instrument, standing) };
}
