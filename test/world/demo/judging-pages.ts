import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Client } from "../client.ts";
import type { World } from "../world.ts";

/** A page of judging by its route, its path and who opens it: the jury's chair or one of its judges. */
export type JudgingPage = readonly [route: string, path: string, as: "JURY" | "JUROR" | "APPLICANT"];

const ROUND = "kipp-sumsel";

/** An example of each page of the demo's jury award; a recusal and an objection, which it lacks, are made. */
export async function judgingPages(world: World, chair: Client, judge: Client): Promise<readonly JudgingPage[]> {
  const own = await ownCards(judge);
  const ids = await findIds(chair);
  const stage = `judging/stages/${ids.stage}`;
  const round = `rounds/${ROUND}`;
  const recused = await recuse(judge, own.last);
  const objection = await object(world, ids);
  const sheet = await openSheet(chair, ids.stage);
  return [
    ["", "", "JURY"],
    ["", "", "JUROR"],
    ["judging", "judging", "JUROR"],
    ["judging/:judgeId/decline", `judging/${own.judge}/decline`, "JUROR"],
    ["judging/:judgeId/declare", `judging/${own.judge}/declare`, "JUROR"],
    ["judging/:judgeId/leave", `judging/${own.judge}/leave`, "JUROR"],
    ["judging/accept/:judgeId", `judging/accept/${own.judge}`, "JUROR"],
    ["judging/stages/:stageId", `judging/stages/${own.stage}`, "JUROR"],
    ["judging/stages/:stageId/compare", `judging/stages/${own.stage}/compare`, "JUROR"],
    ["judging/cards/:id", `judging/cards/${own.signed}`, "JUROR"],
    ["judging/cards/:id", `judging/cards/${own.open}`, "JUROR"],
    ["judging/stages/:stageId/table", `${stage}/table`, "JURY"],
    ["judging/stages/:stageId/table", `${stage}/table?tab=marks`, "JURY"],
    ["judging/stages/:stageId/table", `${stage}/table?tab=agreement`, "JURY"],
    ["judging/stages/:stageId/table", `${stage}/table?tab=standing`, "JURY"],
    ["judging/stages/:stageId/table/entries/:reference", `${stage}/table/entries/E01`, "JURY"],
    ["judging/stages/:stageId/table/judges/:judge", `${stage}/table/judges/J01`, "JURY"],
    ["judging/stages/:stageId/table/decide/:reference", `${stage}/table/decide/E01?tab=standing`, "JURY"],
    ["judging/stages/:stageId/table/line", `${stage}/table/line?tab=standing`, "JURY"],
    ["judging/stages/:stageId/table", `${stage}/table?tab=standing&weights=significance:5`, "JURY"],
    ["judging/stages/:stageId/assignment", `${stage}/assignment`, "JURY"],
    ["judging/stages/:stageId/assignment", `${stage}/assignment?tab=pairs`, "JURY"],
    ["judging/stages/:stageId/assignment", `${stage}/assignment?tab=judges`, "JURY"],
    ["judging/stages/:stageId/assignment", `${stage}/assignment?tab=preview&keep=ALL&per=3&most=20`, "JURY"],
    ["judging/stages/:stageId/assignment/entries/:reference", `${stage}/assignment/entries/E01`, "JURY"],
    ["judging/stages/:stageId/assignment/judges/:code", `${stage}/assignment/judges/J01`, "JURY"],
    [`rounds/:code/judging`, `${round}/judging`, "JURY"],
    ["rounds/:code/judging/comments", `${round}/judging/comments`, "JURY"],
    ["rounds/:code/judging/paper", `${round}/judging/paper`, "JURY"],
    ["rounds/:code/judging/paper", `${round}/judging/paper?stage=desk&list=OPEN&sheet=${sheet}`, "JURY"],
    ["rounds/:code/objections", `${round}/objections`, "JURY"],
    ["rounds/:code/objections/:id", `${round}/objections/${objection}`, "JURY"],
    ["rounds/:code/judges", `${round}/judges`, "JURY"],
    ["rounds/:code/judges/invite", `${round}/judges/invite`, "JURY"],
    ["rounds/:code/judges/:judgeId/seat", `${round}/judges/${ids.judge}/seat`, "JURY"],
    ["rounds/:code/judges/:judgeId/resend", `${round}/judges/${ids.judge}/resend`, "JURY"],
    ["rounds/:code/judges/:judgeId/pin", `${round}/judges/${ids.judge}/pin`, "JURY"],
    ["rounds/:code/judges/:judgeId/replace", `${round}/judges/${ids.judge}/replace`, "JURY"],
    ["rounds/:code/judges/:judgeId/leave", `${round}/judges/${ids.judge}/leave`, "JURY"],
    ["rounds/:code/judges/conflicts", `${round}/judges/conflicts`, "JURY"],
    ["rounds/:code/judges/conflicts/clear/:judgeId/:entryId", `${round}/judges/conflicts/clear/${ids.judge}/${ids.entry}`, "JURY"],
    ["rounds/:code/judges/conflicts/lift/:conflictId", `${round}/judges/conflicts/lift/${ids.conflict}`, "JURY"],
    ["rounds/:code/judges/replacements", `${round}/judges/replacements`, "JURY"],
    ["rounds/:code/judges/replacements/:assignmentId", `${round}/judges/replacements/${recused}`, "JURY"],
    ["entries/:id/feedback", `entries/${ids.entry}/feedback`, "APPLICANT"],
    ["rounds/:code", round, "JURY"],
    ["rounds/:code/instrument", `${round}/instrument`, "JURY"],
    ["standings/:round", `standings/${ROUND}`, "JURY"],
  ];
}

type Own = Readonly<Record<"judge" | "stage" | "signed" | "open" | "last", string>>;

/** A judge's own part, their stage, and some of their cards. */
async function ownCards(judge: Client): Promise<Own> {
  const { judgeships } = await judge.data<{ judgeships: { id: string; stages: { stageId: string; code: string }[] }[] }>(
    "{ judgeships { id stages { stageId code } } }",
  );
  const own = judgeships.find(({ stages }) => stages.some(({ code }) => code === "desk"));
  const stage = own?.stages.find(({ code }) => code === "desk")?.stageId ?? "";
  const { judgingQueue } = await judge.data<{ judgingQueue: { items: { assignmentId: string; state: string }[] } }>(
    "query ($stage: ID!) { judgingQueue(stageId: $stage) { items { assignmentId state } } }",
    { stage },
  );
  const { items } = judgingQueue;
  const first = (state: string) => items.find((item) => item.state === state)?.assignmentId ?? "";
  return { judge: own?.id ?? "", stage, signed: first("SIGNED"), open: first("TODO"), last: items.at(-1)?.assignmentId ?? "" };
}

type Ids = Readonly<Record<"round" | "stage" | "judge" | "conflict" | "entry", string>>;

async function findIds(chair: Client): Promise<Ids> {
  const { round } = await chair.data<{ round: { id: string } }>(`{ round(code: "${ROUND}") { id } }`);
  const found = await chair.data<Found>(
    `query ($round: ID!) { judgingStages(roundId: $round) { id code } judges(roundId: $round, first: 1) { nodes { id } }
      conflictStatements(roundId: $round, first: 1) { nodes { id } } }`,
    { round: round.id },
  );
  const stage = found.judgingStages.find(({ code }) => code === "desk")?.id ?? "";
  const { stageEntries } = await chair.data<{ stageEntries: { id: string }[] }>(
    "query ($stage: ID!) { stageEntries(stageId: $stage) { id } }",
    { stage },
  );
  return {
    round: round.id,
    stage,
    judge: found.judges.nodes[0]?.id ?? "",
    conflict: found.conflictStatements.nodes[0]?.id ?? "",
    entry: stageEntries[0]?.id ?? "",
  };
}

type Nodes = { readonly nodes: readonly { readonly id: string }[] };
type Found = {
  readonly judgingStages: readonly { readonly id: string; readonly code: string }[];
  readonly judges: Nodes;
  readonly conflictStatements: Nodes;
};

async function recuse(judge: Client, assignmentId: string): Promise<string> {
  await judge.data("mutation ($input: RecuseInput!) { recuse(input: $input) { refusals { code } } }", {
    input: { assignmentId, kind: "OTHER", reason: "Saya mengenal timnya." },
  });
  return assignmentId;
}

/** The code of a paper sheet that nobody keyed in. */
async function openSheet(chair: Client, stage: string): Promise<string> {
  const { paperSheets } = await chair.data<{ paperSheets: { nodes: { code: string }[] } }>(
    "query ($stage: ID!) { paperSheets(stageId: $stage, states: [OPEN], first: 1) { nodes { code } } }",
    { stage },
  );
  return paperSheets.nodes[0]?.code ?? "";
}

/** The demo's objection stage begins later: what somebody would write then. */
async function object(world: World, { round, entry }: Ids): Promise<string> {
  const id = randomUUID();
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  await client.query(
    `insert into objection (id, round_id, entry_id, ground, text, language, name, email, made_at, state)
    values ($1, $2, $3, 'figures', 'Angka di proposal berbeda dengan laporan dinas.', 'id', 'Warga', 'warga@isonga.example', now(), 'OPEN')`,
    [id, round, entry],
  );
  await client.end();
  return id;
}
