import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { statementsOf } from "../../world/statements.ts";
import {
  BUNDLE_QUERY,
  CARD_QUERY,
  ENTRY_QUERY,
  fullMarks,
  QUEUE_QUERY,
  REOPEN_CARD,
  SAVE_CARD,
  SIGN_CARD,
  SKIP_CARD,
  sign,
} from "./cards.helper.ts";
import { eventsHandled, JUDGES, LEAVE, RECUSE } from "./judges.helper.ts";
import { TABLE } from "./table.helper.ts";

let made: JudgingWorld;
/** What there is and the first judge must not see. */
const hidden = { theirs: "", ended: "", later: "", entry: "", innovation: "", judge: "", person: "", file: "", stage: "", round: "" };
beforeAll(async () => {
  made = await createJudgingWorld({ entries: 6, judges: 3, perEntry: 2, calibration: ["E01"] });
  const other = await openJuryRound(made.admin, {}, "kipp-2027");
  await eventsHandled(made);
  const [stage] = await made.sql<{ id: string }>("select id from judging_stage where round_id = $1 limit 1", [other.roundId]);
  const [free] = await made.sql<{ id: string; entry: string; innovation: string }>(
    `select a.id, e.id as entry, e.innovation_id as innovation from assignment a join entry e on e.id = a.entry_id where a.judge_id = $1
     and not exists (select from assignment o where o.entry_id = a.entry_id and o.judge_id = $2) limit 1`,
    [made.judge(2).id, made.judge(1).id],
  );
  const [file] = await made.sql<{ id: string }>(
    `insert into evidence (id, entry_id, field, kind, name, neutral_name, file_key, media_type, size, sha256, scan, added_at)
     values (gen_random_uuid(), $1, 'proof', 'FILE', 'a.pdf', 'evidence-1.pdf', 'none', 'application/pdf', 14, 'abc', 'NOT_SCANNED', now()) returning id`,
    [free?.entry],
  );
  await sign(made.judge(2).client, free?.id ?? "", { marks: fullMarks(9, 9, 5) });
  const own = await made.sql<{ id: string; calibration: boolean }>(
    `select a.id, je.calibration from assignment a join judged_entry je on je.entry_id = a.entry_id and je.judging_stage_id = a.judging_stage_id
     where a.judge_id = $1 order by a.id`,
    [made.judge(1).id],
  );
  const [ended = "", later = ""] = own.filter(({ calibration }) => !calibration).map(({ id }) => id);
  await made.sql("update assignment set ended_at = now(), end_kind = 'REASSIGNED' where id = $1", [ended]);
  Object.assign(hidden, {
    theirs: free?.id,
    ended,
    later,
    entry: free?.entry,
    innovation: free?.innovation,
    file: file?.id,
    stage: stage?.id,
  });
  Object.assign(hidden, { judge: made.judge(2).id, person: made.judge(2).personId, round: other.roundId });
  await made.stageState("CALIBRATING");
  await eventsHandled(made);
});
afterAll(() => made.stop());

type Ask = (who: Client, id: string) => Promise<Response>;

/** All that a judge can ask with an id, and which of what is hidden. */
const gql =
  (query: string): Ask =>
  (who, id) =>
    who.post("/graphql", { query, variables: { id } });
const act =
  (mutation: string, inputOf: (id: string) => object): Ask =>
  (who, id) =>
    who.post("/graphql", { query: mutation, variables: { input: inputOf(id) } });
const get =
  (pathOf: (id: string) => string): Ask =>
  (who, id) =>
    who.fetch(pathOf(id));
const cardInput = (assignmentId: string) => ({ assignmentId, marks: [{ criterion: "novelty", value: "3", version: 0 }] });

const CARDS: Readonly<Record<string, Ask>> = {
  card: gql(CARD_QUERY),
  "entry of a card": gql(ENTRY_QUERY),
  "marks that are saved": act(SAVE_CARD, cardInput),
  "a card that is signed": act(SIGN_CARD, (assignmentId) => ({ assignmentId, cardVersion: 0, outcome: "SCORED" })),
  "a card that is put off": act(SKIP_CARD, (assignmentId) => ({ assignmentId, skip: true })),
  "a card that is opened again": act(REOPEN_CARD, (assignmentId) => ({ assignmentId, reason: "Why not" })),
  "a recusal": act(RECUSE, (assignmentId) => ({ assignmentId, kind: "FAMILY", reason: "A cousin" })),
  "a file of a card": get((id) => `/judging/evidence/${id}/${hidden.file}`),
};
const THINGS: Readonly<Record<string, readonly [Ask, keyof typeof hidden]>> = {
  "an entry as a node": [gql("query ($id: ID!) { node(id: $id) { id } }"), "entry"],
  "an innovation as a node": [gql("query ($id: ID!) { node(id: $id) { id } }"), "innovation"],
  "a person as a node": [gql("query ($id: ID!) { node(id: $id) { id } }"), "person"],
  "a card as a node": [gql("query ($id: ID!) { node(id: $id) { id } }"), "theirs"],
  "a judge as a node": [gql("query ($id: ID!) { node(id: $id) { id } }"), "judge"],
  "an entry": [gql("query ($id: ID!) { entry(id: $id) { title } }"), "entry"],
  "an innovation": [gql("query ($id: ID!) { innovation(id: $id) { title } }"), "innovation"],
  "who holds an entry": [gql("query ($id: ID!) { entryCustody(id: $id) { __typename } }"), "entry"],
  "an entry's feedback": [gql("query ($id: ID!) { entryFeedback(entryId: $id) { entryId } }"), "entry"],
  "an entry's evidence": [gql("query ($id: ID!) { evidence(entryId: $id) { items { id } } }"), "entry"],
  "a judge": [gql("query ($id: ID!) { judge(id: $id) { code } }"), "judge"],
  "a person": [gql("query ($id: ID!) { person(id: $id) { name } }"), "person"],
  "judges of a round": [(who, roundId) => who.post("/graphql", { query: JUDGES, variables: { roundId } }), "round"],
  "a judge who leaves": [act(LEAVE, (judgeId) => ({ judgeId, reason: "No time" })), "judge"],
  "the queue of a stage": [gql(QUEUE_QUERY), "stage"],
  "the bundle of a stage": [gql(BUNDLE_QUERY), "stage"],
  "the table of a stage": [gql(TABLE), "stage"],
  "the entries of a round": [gql("query ($id: ID!) { entries(roundId: $id) { totalCount nodes { id } } }"), "round"],
  "a file": [get((id) => `/evidence/${id}`), "file"],
  "an entry on paper": [get((id) => `/print/entries/${id}.pdf`), "entry"],
  "sheets of a stage": [get((id) => `/print/judging/${id}.pdf`), "stage"],
  "one's sheets of a stage": [get((id) => `/print/judging/${id}/${made.judge(1).id}.pdf`), "stage"],
  "another's sheets": [get((id) => `/print/judging/${made.stageId}/${id}.pdf`), "judge"],
  "the progress of a stage, live": [
    get(
      (id) =>
        `/graphql/stream?${new URLSearchParams({ query: "subscription ($id: ID!) { judgingProgress(stageId: $id) { assigned } }", variables: JSON.stringify({ id }) })}`,
    ),
    "stage",
  ],
};

/** All that can be seen of an answer from outside, but for the time of day and the id that was asked for; and what it cost. */
async function seen(ask: Ask, who: Client, id: string): Promise<object> {
  const { answer, statements } = await statementsOf(async () => {
    const response = await ask(who, id);
    const headers = [...response.headers].filter(([name]) => !["date", "x-request-id", "set-cookie"].includes(name));
    return { status: response.status, headers, body: (await response.text()).replaceAll(id, "ID") };
  });
  if (answer.status === 400 || answer.status >= 500) throw new Error(answer.body);
  return { ...answer, statements: statements.toSorted() };
}

/** Twice each, what is not there first: nothing is learnt from what was asked before either. */
async function expectAlike(ask: Ask, who: Client, id: string): Promise<void> {
  const nothing = await seen(ask, who, randomUUID());
  expect(await seen(ask, who, id)).toEqual(nothing);
  expect(await seen(ask, who, randomUUID())).toEqual(nothing);
}

describe("to a judge", () => {
  it.each(Object.entries(CARDS))("another's card is as one that is not there: %s", async (_what, ask) => {
    await expectAlike(ask, made.judge(1).client, hidden.theirs);
  });

  it.each(["card", "entry of a card", "a file of a card"])(
    "a card that ended, or whose time has not come, is as well: %s",
    async (what) => {
      const ask = CARDS[what] ?? gql(CARD_QUERY);
      await expectAlike(ask, made.judge(1).client, hidden.ended);
      await expectAlike(ask, made.judge(1).client, hidden.later);
    },
  );

  it.each(Object.entries(THINGS))("what they must not see is as what is not there: %s", async (_what, [ask, name]) => {
    await expectAlike(ask, made.judge(1).client, hidden[name]);
  });
});
