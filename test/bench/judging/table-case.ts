import type { RunningApp } from "@isonga/server/app";
import { median } from "../median.ts";
import { type Taken, taken } from "./held.ts";
import { makeNationalJury, type NationalJury, SIZE, signAll } from "./national-jury.ts";

/** What the chair of a national jury waits for, over HTTP, and how long the server answers nobody else meanwhile. */
export type TableResult = typeof SIZE & {
  readonly answers: readonly { readonly what: string; readonly taken: Taken }[];
  /** Milliseconds of the one statement that reads every mark. */
  readonly bare: number;
};

/** The queries of the pages of assignment and of the chair's table, over one stage. */
export async function tableCase({ app, ownerUrl }: { readonly app: RunningApp; readonly ownerUrl: string }): Promise<TableResult> {
  const jury = await makeNationalJury(app, ownerUrl);
  try {
    const assigned = await assignAll(jury);
    await signAll(jury);
    const ask =
      (query: string, variables: object = {}) =>
      () =>
        answered(jury, query, variables);
    const entry = { entry: jury.entries[0]?.id };
    const tabled = [
      { what: "all of the table", taken: await taken(ask(TABLE)) },
      { what: "its progress alone, live", taken: await taken(() => firstCounts(jury)) },
      { what: "marks, the heat map", taken: await taken(ask(MARKS)) },
      { what: "agreement and severity", taken: await taken(ask(AGREEMENT)) },
      { what: "the standing", taken: await taken(ask(STANDING)) },
      { what: "how sure the ranks are", taken: await taken(ask(INTERVALS)) },
      { what: "one entry's cards", taken: await taken(ask(ENTRY, entry)) },
      { what: "one judge's cards", taken: await taken(ask(JUDGE)) },
      { what: "the standing of the round", taken: await taken(ask(ROUND, { id: jury.roundId })) },
      { what: "all assignments", taken: await taken(ask(ASSIGNMENTS)) },
    ];
    return { ...SIZE, answers: [...assigned, ...tabled], bare: await median(() => jury.sql(BARE, [jury.stageId])) };
  } finally {
    await jury.stop();
  }
}

async function assignAll(jury: NationalJury): Promise<TableResult["answers"]> {
  let token = "";
  const preview = async () => {
    token = /"token":"([^"]+)"/.exec(await answered(jury, PREVIEW, { options: {} }))?.[1] ?? "";
  };
  const previewed = await taken(preview);
  const lacking = await taken(() => answered(jury, PREVIEW, { options: { capacity: 29 } }));
  const applied = await taken(() => answered(jury, APPLY, { input: { stageId: jury.stageId, token, options: {} } }), 1);
  return [
    { what: "an assignment previewed", taken: previewed },
    { what: "too few judges, and what would help", taken: lacking },
    { what: "the first applied, with letters", taken: applied },
  ];
}

/** How far the stage has come, as the page is told it when it opens. */
async function firstCounts({ chair, stageId }: NationalJury): Promise<void> {
  const ends = new AbortController();
  const address = `/graphql/stream?${new URLSearchParams({ query: PROGRESS, variables: JSON.stringify({ id: stageId }) })}`;
  const response = await chair.fetch(address, { signal: ends.signal, headers: { accept: "text/event-stream" } });
  let told = "";
  for await (const part of response.body ?? []) {
    told += Buffer.from(part).toString();
    if (told.includes("event: next") && told.endsWith("\n\n")) break;
  }
  if (!told.includes('"judgingProgress":{"assigned"')) throw new Error(told.slice(0, 500));
  ends.abort();
}

/** The answer as text: whoever asks is not measured. */
async function answered({ chair, stageId }: NationalJury, query: string, variables: object = {}): Promise<string> {
  const response = await chair.post("/graphql", { query, variables: { id: stageId, ...variables } });
  const text = await response.text();
  if (text.startsWith('{"errors"') || /"refusals":\[\{/.test(text.slice(0, 300))) throw new Error(text.slice(0, 500));
  return text;
}

const COUNTS = `assigned signed stopped judges { judge assigned signed stopped lastSignedAt } entries { reference assigned signed stopped }`;
const CARDS = "cards { reference judge outcome score deviation marks deviations }";
const AGREED = `judges { id judge name panel remindedAt cards mean spread beside effect shrunk }
  agreement { overall { criterion alpha why units marks } criteria { criterion alpha why units marks } }
  connectivity { connected links groups { judges entries } proposal { judge reference assigned } }`;
const ENTRIES = `entries { id reference title panel cards abstained score rank plain trimmed deviation lowest highest adjusted adjustedRank
  adjustment { sum mean judges { judge score shrunk } } proposal outcome outcomeReason }`;
const TABLE = `query ($id: ID!) { judgingTable(stageId: $id) { roundName mean shrink progress { ${COUNTS} } ${ENTRIES} ${CARDS} ${AGREED} } }`;
const PROGRESS = `subscription ($id: ID!) { judgingProgress(stageId: $id) { ${COUNTS} } }`;
const MARKS = `query ($id: ID!) { judgingTable(stageId: $id) { ${CARDS} } }`;
const AGREEMENT = `query ($id: ID!) { judgingTable(stageId: $id) { ${AGREED} } }`;
const STANDING = `query ($id: ID!) { judgingTable(stageId: $id) { ${ENTRIES} } }`;
const INTERVALS = "query ($id: ID!) { rankIntervals(stageId: $id) { reference low high resamples } }";
const ENTRY = `query ($id: ID!, $entry: ID!) { discussionCards(stageId: $id, entryId: $entry) { judge name outcome commentToPanel
  marks { criterion value comment } } }`;
const JUDGE =
  "query ($id: ID!) { judgingTable(stageId: $id) { judges { judge cards mean spread effect } cards { reference judge score } } }";
const ROUND = `query ($id: ID!) { standing(roundId: $id) { level rows { area { code name } rank score tieBreak { rule } tiedWith } ineligible { area { code } } } }`;
const ASSIGNMENTS = "query ($id: ID!) { assignments(stageId: $id) { id entryId entry judgeId judge origin because signed } }";
const PREVIEW = `query ($id: ID!, $options: AssignmentOptionsInput!) { assignmentPreview(stageId: $id, options: $options) { token complete connected ended added
  pairs { entryId judgeId kept expertise language nth capacity cross link } judges { judgeId code cards capacity }
  entries { entryId reference missing eligible } relaxations { kind detail } } }`;
const APPLY = `mutation ($input: ApplyAssignmentInput!) { applyAssignment(input: $input) { refusals { code field } assigned ended
  assignments { id entryId entry judgeId judge origin because signed } } }`;

const BARE = `select c.entry_id, c.judge_id, jsonb_object_agg(m.criterion, m.value) from scorecard c join mark m on m.scorecard_id = c.id
  where c.judging_stage_id = $1 and c.state = 'SIGNED' group by c.id`;
