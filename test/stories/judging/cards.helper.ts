import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "../../world/client.ts";
import type { JudgingWorld } from "../../world/judging-world.ts";

const CARD = `assignmentId reference cardVersion state skipped calibration marks { criterion value comment version }
  notes { privateNote privateVersion commentToApplicant applicantVersion commentToPanel panelVersion } outcome failReasons abstainReason signedAt
  inGrace askedAgain viewerCan { mark sign abstain recuse } place { number total previousId nextId }
  others { judge outcome commentToPanel marks { criterion value comment } }`;
const PAYLOAD = `refusals { code field values } conflicts { criterion value comment version } notesConflict { privateNote privateVersion } card { ${CARD} }`;

/** What a judge's device sends and asks. */
export const SAVE_CARD = `mutation ($input: SaveCardInput!, $key: ID) { saveCard(input: $input, idempotencyKey: $key) { ${PAYLOAD} } }`;
export const SIGN_CARD = `mutation ($input: SignCardInput!, $key: ID) { signCard(input: $input, idempotencyKey: $key) { ${PAYLOAD} } }`;
export const SKIP_CARD = `mutation ($input: SkipCardInput!) { skipCard(input: $input) { refusals { code } card { state skipped } } }`;
export const REOPEN_CARD = `mutation ($input: ReopenCardInput!) { reopenCard(input: $input) { refusals { code field values } assignmentId } }`;
export const CARD_QUERY = `query ($id: ID!) { judgingCard(assignmentId: $id) { ${CARD} } }`;
export const ENTRY_QUERY = `query ($id: ID!) { judgingCard(assignmentId: $id) { entry { reference title agency jurisdiction language
  sections { code title fields { key kind label text language translations { language text origin isStale } }
    evidence { id field neutralName kind mediaType size url } } } } }`;
export const QUEUE_QUERY = `query ($id: ID!) { judgingQueue(stageId: $id) { done total madeAt viewerCan { sign } stage { state takesMarks rubric { mode criteria { code } } }
  items { assignmentId reference title state position calibration marked askedAgain endedBecause }
  comparisons { id leftReference rightReference winner position version } } }`;
export const BUNDLE_QUERY = `query ($id: ID!) { judgingBundle(stageId: $id) { madeAt evidenceBytes evidence { assignmentId id url size mediaType }
  queue { total } cards { assignmentId state entry { reference title sections { code } } } } }`;

export type Mark = { readonly criterion: string; readonly value: string | null; readonly comment: string | null; readonly version: number };
export type Card = {
  readonly assignmentId: string;
  readonly reference: string;
  readonly cardVersion: number;
  readonly state: string;
  readonly marks: readonly Mark[];
  readonly notes: Readonly<Record<string, string | number | null>>;
  readonly outcome: string | null;
  readonly inGrace: boolean;
  readonly askedAgain: string | null;
  readonly others: readonly { readonly judge: string; readonly commentToPanel: string | null; readonly marks: readonly Mark[] }[] | null;
  readonly viewerCan: Readonly<Record<string, boolean>>;
  readonly place: { readonly number: number; readonly total: number; readonly previousId: string | null; readonly nextId: string | null };
};
export type Refused = { readonly code: string; readonly field: string | null; readonly values: Record<string, unknown> };
export type Answered = {
  readonly refusals: readonly Refused[];
  readonly conflicts: readonly Mark[] | null;
  readonly notesConflict: object | null;
  readonly card: Card | null;
};
export type QueueItem = {
  readonly assignmentId: string;
  readonly reference: string;
  readonly title: string | null;
  readonly state: string;
  readonly position: number;
  readonly calibration: boolean;
  readonly marked: number;
  readonly askedAgain: string | null;
  readonly endedBecause: string | null;
};
export type Queue = {
  readonly done: number;
  readonly total: number;
  readonly items: readonly QueueItem[];
  readonly viewerCan: { readonly sign: boolean };
  readonly comparisons: readonly {
    readonly id: string;
    readonly leftReference: string;
    readonly rightReference: string;
    readonly winner: string | null;
    readonly version: number;
  }[];
};

/** A mark as a device sends it. */
export const mark = (criterion: string, value: number | string | null, version = 0, comment: string | null = null): object => ({
  criterion,
  value: value === null ? null : String(value),
  version,
  comment,
});

/** Marks for the world's three criteria, first given. */
export const fullMarks = (novelty = 7, impact = 8, summary = 3): object[] => [
  mark("novelty", novelty),
  mark("impact", impact),
  mark("summary", summary),
];

/** Saves what is told of a card. */
export async function save(who: Client, assignmentId: string, marks: readonly object[], more: object = {}): Promise<Answered> {
  return (await who.data<{ saveCard: Answered }>(SAVE_CARD, { input: { assignmentId, marks, ...more } })).saveCard;
}

/** Signs a card as the judge sees it now, unless another version is told. */
export async function sign(who: Client, assignmentId: string, more: object = {}): Promise<Answered> {
  const input = { assignmentId, outcome: "SCORED", cardVersion: 0, ...more };
  return (await who.data<{ signCard: Answered }>(SIGN_CARD, { input })).signCard;
}

/** The card as its judge reads it. */
export async function cardOf(who: Client, assignmentId: string): Promise<Card> {
  return (await who.data<{ judgingCard: Card }>(CARD_QUERY, { id: assignmentId })).judgingCard;
}

/** The queue as its judge reads it. */
export async function queueOf(who: Client, { stageId }: Pick<JudgingWorld, "stageId">): Promise<Queue> {
  return (await who.data<{ judgingQueue: Queue }>(QUEUE_QUERY, { id: stageId })).judgingQueue;
}

/** The codes with which something was refused. */
export const codes = ({ refusals }: Pick<Answered, "refusals">): readonly string[] => refusals.map(({ code }) => code);

/** Waits until something that is done in the background is so. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (await condition()) return;
    await wait(50);
  }
  throw new Error("It did not come about");
}
