import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { SIGN_CARD } from "./cards.helper.ts";

const FEEDBACK = `query ($id: ID!) { entryFeedback(entryId: $id) { title stages { name cards
  marks { criterion mean min max } comments { text language } } } }`;

type Feedback = {
  readonly stages: readonly {
    readonly cards: number;
    readonly marks: readonly { readonly criterion: string; readonly mean: string | null }[];
    readonly comments: readonly { readonly text: string }[];
  }[];
} | null;

let made: JudgingWorld;
let author: Client;
let stranger: Client;
beforeAll(async () => {
  made = await createJudgingWorld({ entries: 2, judges: 3, rules: { feedback: "MARKS_AND_COMMENTS", cut: { kind: "NONE" } } });
  author = await made.world.person("Sari", [{ role: "STAFF", agencyId: made.country.registry }]);
  stranger = await made.world.person("Nadia", [{ role: "STAFF", agencyId: made.country.muaraHealth }]);
  await sign(1, "7", "6", "Show more numbers.");
  await sign(2, "8", "6", "");
  await sign(3, "8", "7", "Tell how it is paid for.");
  await made.stageState("CLOSED");
});
afterAll(() => made.stop());

async function sign(judge: number, novelty: string, impact: string, toApplicant: string): Promise<void> {
  const marks = [
    ["novelty", novelty],
    ["impact", impact],
    ["summary", "3"],
  ].map(([criterion, value]) => ({ criterion, value, comment: null, version: 0 }));
  const input = {
    assignmentId: await made.assignment(judge, "E01"),
    marks,
    notes: {
      privateNote: { text: "Private of a judge.", version: 0 },
      commentToApplicant: { text: toApplicant, version: 0 },
      commentToPanel: { text: "For the panel alone.", version: 0 },
    },
    outcome: "SCORED",
    cardVersion: 0,
    actedAt: made.world.clock.now().toISOString(),
  };
  const { signCard } = await made
    .judge(judge)
    .client.data<{ signCard: { refusals: object[]; card: { state: string } | null } }>(SIGN_CARD, { input });
  expect(signCard.refusals).toEqual([]);
  expect(signCard.card?.state).toBe("SIGNED");
}

async function feedback(who: Client): Promise<Feedback> {
  return (await who.data<{ entryFeedback: Feedback }>(FEEDBACK, { id: made.entry("E01").id })).entryFeedback;
}

async function publish(publicFrom: string): Promise<void> {
  await made.sql(
    `insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot)
     select gen_random_uuid(), $1, 1, $2, $3, i.id, 'none', '{}' from instrument i where i.round_id = $1 limit 1`,
    [made.roundId, publicFrom, made.world.clock.now()],
  );
}

describe("feedback to applicants", () => {
  test("is not told to who may not see the entry, before publication or after: other offices, judges and the public", async () => {
    for (const who of [stranger, made.judge(1).client, made.world.visitor]) {
      const asked = await who.ask(FEEDBACK, { id: made.entry("E01").id });
      expect(["NOT_FOUND", "UNAUTHENTICATED"]).toContain(asked.errors?.[0]?.extensions.code);
    }
  });

  test("is nothing before results are public, also while they wait for their hour", async () => {
    expect(await feedback(author)).toBeNull();
    await publish("2026-10-02T02:00:00Z");
    expect(await feedback(author)).toBeNull();
    expect(await feedback(made.chair)).toBeNull();
  });

  test("then tells the mean of each criterion and the comments meant for them, and nothing of who judged or what the panel was told", async () => {
    made.world.clock.turnTo("2026-10-02T02:00:01Z");
    author = await made.world.signIn("sari@example.org");
    const told = await feedback(author);
    expect(told?.stages).toHaveLength(1);
    const [stage] = told?.stages ?? [];
    expect(stage?.cards).toBe(3);
    expect(stage?.marks.map(({ criterion, mean }) => [criterion, mean])).toEqual([
      ["novelty", "7.67"],
      ["impact", "6.33"],
      ["summary", "3.00"],
    ]);
    expect(stage?.comments.map(({ text }) => text).sort()).toEqual(["Show more numbers.", "Tell how it is paid for."]);
    const all = JSON.stringify(told);
    for (const hidden of ["panel", "Private", "Judge A", "J01"]) expect(all).not.toContain(hidden);
  });

  test("tells marks without comments, or nothing, where the round's rules say so", async () => {
    await rule("MARKS");
    expect((await feedback(author))?.stages[0]).toMatchObject({ cards: 3, comments: [] });
    await rule("NONE");
    expect((await feedback(author))?.stages).toEqual([]);
  });
});

/** Rules as another version of the instrument would have them. */
async function rule(kind: string): Promise<void> {
  await made.sql(
    `insert into instrument (id, round_id, number, kind, definition, reason, created_at, frozen_at)
     select gen_random_uuid(), round_id, number + 1, kind, jsonb_set(definition, '{judging,0,feedback}', to_jsonb($2::text)), 'a change', created_at, frozen_at
     from instrument where round_id = $1 order by number desc limit 1`,
    [made.roundId, kind],
  );
}
