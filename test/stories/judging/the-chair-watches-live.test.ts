import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { fullMarks, mark, save, sign } from "./cards.helper.ts";
import { TABLE, watch } from "./table.helper.ts";

let judging: JudgingWorld;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 3, judges: 2 });
});
afterAll(() => judging.stop());

const signAs = async (number: number, reference: string) =>
  sign(judging.judge(number).client, await judging.assignment(number, reference), { marks: fullMarks() });

/** Cuts the platform's listening connection, as a restart of the database would. */
async function cutChannel(): Promise<readonly object[]> {
  const client = new pg.Client(judging.world.database.appUrl);
  await client.connect();
  const { rows } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'isonga isonga_judging' and datname = current_database()",
  );
  await client.end();
  return rows;
}

describe("the progress of a stage, live", () => {
  it("is told to nobody who does not oversee the stage, nor to its judges", async () => {
    const { roundId } = await openJuryRound(judging.admin, {}, "kipp-2027");
    const stranger = await judging.world.person("Stranger", [{ role: "CHAIR", roundId }]);
    for (const [who, code] of [
      [judging.world.visitor, "UNAUTHENTICATED"],
      [judging.judge(1).client, "FORBIDDEN"],
      [stranger, "NOT_FOUND"],
    ] as const) {
      const heard = await watch(who, judging.stageId);
      expect((await heard.next())?.errors?.[0]?.extensions.code).toBe(code);
      expect(await heard.next()).toBeNull();
    }
  });

  it("answers nothing but subscriptions", async () => {
    const query = await watch(judging.chair, judging.stageId, TABLE);
    expect(query.status).toBe(400);
    expect((await watch(judging.chair, judging.stageId, "mutation { signOutEverywhere { refusals { code } } }")).status).toBe(400);
    expect((await watch(judging.chair, judging.stageId, "subscription {")).status).toBe(400);
  });

  it("comes at once and with each signature, and says nothing of drafts", async () => {
    const heard = await watch(judging.chair, judging.stageId);
    expect((await heard.next())?.data?.judgingProgress).toMatchObject({ assigned: 6, signed: 0, stopped: 0 });
    await save(judging.judge(1).client, await judging.assignment(1, "E02"), [mark("novelty", 3)]);
    await signAs(1, "E01");
    const next = (await heard.next())?.data?.judgingProgress;
    expect(next).toMatchObject({ assigned: 6, signed: 1 });
    expect(next?.judges.map(({ judge, signed }) => [judge, signed])).toEqual([
      ["J01", 1],
      ["J02", 0],
    ]);
    expect(next?.entries[0]).toEqual({ reference: "E01", assigned: 2, signed: 1, stopped: 0 });
    await judging.sql("update assignment set ended_at = now(), end_kind = 'RECUSED' where id = $1", [await judging.assignment(2, "E03")]);
    expect((await heard.next())?.data?.judgingProgress).toMatchObject({ assigned: 5, signed: 1, stopped: 1 });
    heard.stop();
  });

  it("ends when the right to see it is taken back", async () => {
    const guest = await judging.world.person("Guest", [{ role: "CHAIR", roundId: judging.roundId }]);
    const heard = await watch(guest, judging.stageId);
    expect((await heard.next())?.data?.judgingProgress.signed).toBe(1);
    await judging.sql("delete from role_grant where person_id = (select id from person where name = 'Guest')");
    await signAs(2, "E01");
    expect((await heard.next())?.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect(await heard.next()).toBeNull();
  });

  it("goes on after the channel to the database was cut, and lets the platform stop", async () => {
    const heard = await watch(judging.chair, judging.stageId);
    expect((await heard.next())?.data?.judgingProgress.signed).toBe(2);
    const cut = await cutChannel();
    expect(cut).toHaveLength(1);
    await signAs(2, "E02");
    expect((await heard.next())?.data?.judgingProgress.signed).toBe(3);
    await judging.world.app.stop();
    expect(await heard.next()).toBeNull();
    await judging.world.startAgain();
    const again = await watch(judging.chair, judging.stageId);
    expect((await again.next())?.data?.judgingProgress.signed).toBe(3);
    again.stop();
  });
});
