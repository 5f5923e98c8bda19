import { type RawBuilder, sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { DEMO_PEOPLE_KIPP } from "../accounts.ts";
import { addDemoPeople } from "../add-demo-people.ts";
import type { DemoOptions } from "../load-demo.ts";
import { findRound, openFromFile, stateOf } from "../round-steps.ts";
import { inviteJury } from "./invite-jury.ts";
import { judgeHalf } from "./judge-half.ts";
import { KIPP_DAYS, KIPP_ROUND, kippDay, kippRoundFile } from "./kipp-round.ts";
import { writeProposals } from "./write-proposals.ts";

/**
 * A jury award after KIPP: forty proposals that passed the administrative check, twelve judges in two panels, half of the desk scoring done. Each
 * step bears repetition.
 */
export async function loadKipp({ contextAt, step }: DemoOptions): Promise<void> {
  const now = contextAt().now();
  if (await isJudged(contextAt())) return;
  step("Loading the demo: a jury award with invented proposals, judges and marks.");
  const opened = () => contextAt(kippDay(now, KIPP_DAYS.submission).toISOString());
  if ((await stateOf(contextAt(), KIPP_ROUND)) === null) {
    const ctx = opened();
    await atomically(ctx, { verb: "loadDemo" }, async () => openFromFile(ctx, KIPP_ROUND, await kippRoundFile(now)));
  }
  await addDemoPeople(opened(), DEMO_PEOPLE_KIPP);
  const written = opened();
  await atomically(written, { verb: "loadDemo" }, async () => {
    if (!(await isThere(written, sql`select from entry e join round r on r.id = e.round_id where r.code = ${KIPP_ROUND}`)))
      await writeProposals(written, now);
  });
  const { id: roundId } = await findRound(contextAt(), KIPP_ROUND);
  await inviteJury(opened(), roundId, now);
  await judgeHalf(contextAt(), roundId, now);
}

function isJudged(ctx: Context): Promise<boolean> {
  return isThere(
    ctx,
    sql`select from scorecard c join judging_stage s on s.id = c.judging_stage_id join round r on r.id = s.round_id where r.code = ${KIPP_ROUND}`,
  );
}

async function isThere(ctx: Context, what: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql`${what} limit 1`.execute(ctx.db);
  return rows.length > 0;
}
