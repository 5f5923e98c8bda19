import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { BackwardsTranslator } from "../../world/outside/backwards-translator.ts";
import { fullMarks, SIGN_CARD } from "./cards.helper.ts";

const COMMENT = `id reference text language version viewerCan { translate }
  translations { field language text origin stale ofVersion version madeBy }`;
const LIST = `query ($roundId: ID!, $into: Language!, $lacking: Boolean, $first: Int, $after: String) {
  commentsToApplicants(roundId: $roundId, into: $into, lacking: $lacking, first: $first, after: $after) {
    nodes { ${COMMENT} } pageInfo { hasNextPage endCursor } } }`;
const SAVE = `mutation ($input: SaveCommentTranslationInput!) { saveCommentTranslation(input: $input) {
  refusals { code field } comment { ${COMMENT} } conflict { text madeBy version } } }`;
const MACHINE = "mutation ($input: TranslateCommentsInput!) { translateComments(input: $input) { refusals { code } translated left } }";
const FEEDBACK = `query ($id: ID!, $language: Language) { entryFeedback(entryId: $id, language: $language) { roundCode canTranslate stages {
  comments { text language translatedBy stale original originalLanguage } } } }`;

type Comment = {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly language: string;
  readonly translations: readonly object[];
};
type Page = { readonly nodes: readonly Comment[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
type Feedback = { readonly canTranslate: boolean; readonly stages: readonly { readonly comments: readonly object[] }[] } | null;

const machine = new BackwardsTranslator();
let made: JudgingWorld;
let author: Client;
let coordinator: Client;
let neighbour: Client;
let auditor: Client;

beforeAll(async () => {
  const env = { TRANSLATE_URL: await machine.start(), TRANSLATE_KEY: "key" };
  made = await createJudgingWorld({ env, entries: 2, judges: 2, rules: { feedback: "MARKS_AND_COMMENTS", cut: { kind: "NONE" } } });
  const { country, world } = made;
  author = await world.person("Sari", [{ role: "STAFF", agencyId: country.registry }]);
  coordinator = await world.person("Kurnia", [{ role: "COORDINATOR", jurisdictionId: country.ogan }]);
  neighbour = await world.person("Nadia", [{ role: "COORDINATOR", jurisdictionId: country.muara }]);
  auditor = await world.person("Arif", [{ role: "AUDITOR" }]);
  await sign({ judge: 1, entry: "E01", speaks: "en", says: "Show more numbers." });
  await sign({ judge: 2, entry: "E01", speaks: "id", says: "Jelaskan biayanya." });
  await sign({ judge: 1, entry: "E02", speaks: "en", says: "Well told." });
  await sign({ judge: 2, entry: "E02", speaks: "en", says: "" });
});
afterAll(async () => {
  await made.stop();
  await machine.stop();
});

type Signing = { readonly judge: number; readonly entry: string; readonly speaks: string; readonly says: string };

async function sign({ judge, entry, speaks, says }: Signing): Promise<void> {
  const input = {
    assignmentId: await made.assignment(judge, entry),
    marks: fullMarks(),
    notes: {
      privateNote: { text: "Private of a judge.", version: 0 },
      commentToApplicant: { text: says, version: 0 },
      commentToPanel: { text: "For the panel alone.", version: 0 },
    },
    outcome: "SCORED",
    cardVersion: 0,
    actedAt: made.world.clock.now().toISOString(),
  };
  const { signCard } = await made.judge(judge).client.speaking(speaks).data<{ signCard: { refusals: object[] } }>(SIGN_CARD, { input });
  expect(signCard.refusals).toEqual([]);
}

async function comments(who: Client, into: string, more: object = {}): Promise<Page> {
  return (await who.data<{ commentsToApplicants: Page }>(LIST, { roundId: made.roundId, into, ...more })).commentsToApplicants;
}

async function commentThatSays(text: string): Promise<Comment> {
  const found = [...(await comments(made.chair, "rw")).nodes].find((comment) => comment.text === text);
  if (!found) throw new Error(`Nobody said ${text}`);
  return found;
}

const translation = (commentId: string, input: object) => ({
  input: { roundId: made.roundId, commentId, language: "id", text: "Tunjukkan lebih banyak angka.", ofVersion: 1, version: 0, ...input },
});

async function save(who: Client, commentId: string, input: object = {}) {
  return (await who.data<{ saveCommentTranslation: object }>(SAVE, translation(commentId, input))).saveCommentTranslation;
}

async function feedback(who: Client, language: string | null, entry = "E01"): Promise<Feedback> {
  return (await who.data<{ entryFeedback: Feedback }>(FEEDBACK, { id: made.entry(entry).id, language })).entryFeedback;
}

async function publish(): Promise<void> {
  await made.sql(
    `insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot)
     select gen_random_uuid(), $1, 1, $2, $2, i.id, 'none', '{}' from instrument i where i.round_id = $1 limit 1`,
    [made.roundId, made.world.clock.now()],
  );
}

describe("comments to applicants are translated", () => {
  test("by nobody who may not see them: judges, applicants, the public, and coordinators before applicants", async () => {
    await made.stageState("CLOSED");
    const { id } = await commentThatSays("Show more numbers.");
    for (const who of [coordinator, neighbour]) {
      expect(await who.refusal(LIST, { roundId: made.roundId, into: "id" })).toBe("NOT_FOUND");
      expect(await who.refusal(SAVE, translation(id, {}))).toBe("NOT_FOUND");
      expect(await who.refusal(MACHINE, { input: { roundId: made.roundId, language: "id" } })).toBe("NOT_FOUND");
    }
    for (const who of [author, made.judge(1).client]) {
      expect(await who.refusal(LIST, { roundId: made.roundId, into: "id" })).toBe("FORBIDDEN");
      expect(await who.refusal(SAVE, translation(id, {}))).toBe("FORBIDDEN");
    }
    expect(await made.world.visitor.refusal(LIST, { roundId: made.roundId, into: "id" })).toBe("UNAUTHENTICATED");
    expect((await comments(auditor, "id")).nodes[0]).toMatchObject({ viewerCan: { translate: false } });
    expect(await auditor.refusal(SAVE, translation(id, {}))).toBe("FORBIDDEN");
    expect(await made.chair.refusal(SAVE, translation(made.entry("E01").id, {}))).toBe("NOT_FOUND");
    expect(machine.asked).toEqual([]);
  });

  test("only once their stage is closed, since a card that is discussed may be written anew", async () => {
    await made.stageState("DISCUSSION");
    expect((await comments(made.chair, "id")).nodes).toEqual([]);
    await made.stageState("CLOSED");
    expect(await made.chair.refusal(SAVE, translation((await commentThatSays("Well told.")).id, { language: "en" }))).toBe("INVALID_VALUE");
  });

  test("by the chair, from the language in which the judge wrote, without a word of who that was, nor of the cards", async () => {
    const { nodes } = await comments(made.chair, "rw");
    expect(nodes.map(({ reference }) => reference)).toEqual(["E01", "E01", "E02"]);
    expect(Object.fromEntries(nodes.map(({ text, language }) => [text, language]))).toEqual({
      "Show more numbers.": "en",
      "Jelaskan biayanya.": "id",
      "Well told.": "en",
    });
    expect((await comments(made.chair, "id")).nodes.map(({ text }) => text).sort()).toEqual(["Show more numbers.", "Well told."]);
    const cards = await made.sql<{ id: string }>("select id from scorecard union select id from judge union select person_id from judge");
    const all = JSON.stringify(nodes);
    for (const hidden of [...cards.map(({ id }) => id), "Judge A", "J01", "Private", "panel"]) expect(all).not.toContain(hidden);
    const first = await comments(made.chair, "rw", { first: 2 });
    const rest = await comments(made.chair, "rw", { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual(nodes);
  });

  test("side by side, not over somebody else's newer words, and taken away when emptied", async () => {
    const { id } = await commentThatSays("Show more numbers.");
    expect(await save(made.chair, id)).toMatchObject({
      refusals: [],
      conflict: null,
      comment: { translations: [{ language: "id", origin: "HUMAN", stale: false, ofVersion: 1, version: 1, madeBy: "Chandra" }] },
    });
    expect(await save(made.admin, id, { text: "Lebih banyak angka." })).toMatchObject({
      conflict: { text: "Tunjukkan lebih banyak angka.", madeBy: "Chandra", version: 1 },
    });
    expect((await comments(made.chair, "id", { lacking: true })).nodes.map(({ text }) => text)).toEqual(["Well told."]);
    const { id: other } = await commentThatSays("Well told.");
    await save(made.chair, other, { text: "Bagus" });
    expect(await save(made.chair, other, { text: "", version: 1 })).toMatchObject({ comment: { translations: [] } });
  });

  test("by a machine where nobody did it, each from its own language, marked", async () => {
    expect(await made.chair.data(MACHINE, { input: { roundId: made.roundId, language: "id" } })).toMatchObject({
      translateComments: { refusals: [], translated: 1, left: 0 },
    });
    expect(machine.asked).toMatchObject([{ q: ["Well told."], source: "en", target: "id" }]);
    await made.chair.data(MACHINE, { input: { roundId: made.roundId, language: "rw" } });
    expect(
      machine.asked
        .slice(1)
        .map(({ source, q }) => [source, q.length])
        .sort(),
    ).toEqual([
      ["en", 2],
      ["id", 1],
    ]);
    expect((await commentThatSays("Well told.")).translations).toMatchObject([
      { field: "comment", language: "id", text: ".dlot lleW", origin: "MACHINE", madeBy: null },
      { language: "rw", origin: "MACHINE" },
    ]);
    await made.chair.data(MACHINE, { input: { roundId: made.roundId, language: "rw" } });
    expect(machine.asked).toHaveLength(3);
  });

  test("for applicants, in their language once results are public, saying that it is a translation and what it is of", async () => {
    expect(await feedback(author, "id")).toBeNull();
    await publish();
    const told = await feedback(author, "id");
    expect(told).toMatchObject({ canTranslate: false, roundCode: made.roundCode });
    const own = { text: "Jelaskan biayanya.", language: "id", translatedBy: null, original: "Jelaskan biayanya.", originalLanguage: "id" };
    const said = { text: "Tunjukkan lebih banyak angka.", language: "id", translatedBy: "HUMAN", stale: false };
    expect(told?.stages[0]?.comments).toHaveLength(2);
    expect(told?.stages[0]?.comments).toContainEqual({ ...own, stale: false });
    expect(told?.stages[0]?.comments).toContainEqual({ ...said, original: "Show more numbers.", originalLanguage: "en" });
    const inEnglish = (await feedback(author, "en"))?.stages[0]?.comments ?? [];
    expect(inEnglish).toContainEqual({ ...own, stale: false });
    expect((await feedback(author, null))?.stages[0]?.comments).toEqual(inEnglish);
    expect((await feedback(author, "rw"))?.stages[0]?.comments).toContainEqual(
      expect.objectContaining({ text: ".aynayaib naksaleJ", translatedBy: "MACHINE" }),
    );
    const all = JSON.stringify(told);
    for (const hidden of ["Chandra", "Judge A", "J01", "Private", "panel"]) expect(all).not.toContain(hidden);
  });

  test("then also by the coordinators of the entry's region, and of no other", async () => {
    expect((await comments(coordinator, "rw")).nodes.map(({ reference }) => reference)).toEqual(["E01", "E01"]);
    expect((await comments(neighbour, "rw")).nodes.map(({ reference }) => reference)).toEqual(["E02"]);
    const { id } = await commentThatSays("Jelaskan biayanya.");
    expect(await neighbour.refusal(SAVE, translation(id, { language: "en", text: "x" }))).toBe("NOT_FOUND");
    expect(await save(coordinator, id, { language: "en", text: "Tell what it costs." })).toMatchObject({ refusals: [], conflict: null });
    expect(await feedback(coordinator, "en")).toMatchObject({ canTranslate: true });
    expect((await feedback(author, "en"))?.stages[0]?.comments).toContainEqual(expect.objectContaining({ text: "Tell what it costs." }));
  });

  test("and go stale when what they were made of is written anew", async () => {
    await made.sql(
      "update scorecard set applicant_version = 2, language = null, comment_to_applicant = 'Show many more numbers.' where comment_to_applicant like 'Show%'",
    );
    const comment = await commentThatSays("Show many more numbers.");
    expect(comment).toMatchObject({
      language: "en",
      translations: [
        { language: "id", stale: true },
        { language: "rw", stale: true },
      ],
    });
    expect((await comments(made.chair, "id", { lacking: true })).nodes).toHaveLength(1);
    expect((await feedback(author, "id"))?.stages[0]?.comments).toContainEqual(
      expect.objectContaining({ translatedBy: "HUMAN", stale: true }),
    );
    await made.chair.data(MACHINE, { input: { roundId: made.roundId, language: "id" } });
    expect((await commentThatSays("Show many more numbers.")).translations).toMatchObject([{ origin: "HUMAN" }, { origin: "MACHINE" }]);
  });
});
