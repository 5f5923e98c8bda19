import { type FragmentType, readFragment } from "../../gql/fragment-masking.ts";
import { client } from "../apollo/client.ts";
import { outbox, type Sending } from "../offline/outbox.ts";
import type { WaitingAct } from "../offline/store.ts";
import type { RefusalLike } from "../refusals/failure.ts";
import {
  COMPARE_KIND,
  type CompareVariables,
  entriesOf,
  type RecuseVariables,
  type SaveVariables,
  type SignVariables,
  type SkipVariables,
} from "./card-acts.ts";
import { cardStore } from "./card-store.ts";
import { currentVersion } from "./card-view.ts";
import { COMPARE, RECUSE, SAVE_CARD, SIGN_CARD, SKIP_CARD } from "./desk-acts.ts";
import { WRITTEN_CARD } from "./desk-documents.ts";
import { conflictsIn, type Met, toKnownCard, toMarks, toNotes } from "./from-server.ts";
import type { ItemName, Items, KnownItem } from "./known-card.ts";
import { forgetFiles } from "./offline/kept-files.ts";
import { answered, keepAnswer } from "./queue/answered.ts";

/** Teaches the outbox to send what judges do; done once, when something waits or the desk is opened. */
export function sendCardActs(): void {
  if (taught) return;
  taught = true;
  outbox.register("judgeSave", save);
  outbox.register("judgeSign", sign);
  outbox.register("judgeSkip", skip);
  outbox.register("judgeRecuse", recuse);
  outbox.register(COMPARE_KIND, compare);
}

let taught = false;

/**
 * What is refused stays in the outbox as it is, so that nothing is lost and it goes out should the stage be opened again; the card says why.
 * Throws when the network does not carry it, which the outbox takes for "later".
 */
async function save(act: WaitingAct): Promise<Sending> {
  const { cardId, items, actedAt } = act.variables as SaveVariables;
  const sent = await withOwnSteps(act.person, cardId, items);
  const input = { assignmentId: cardId, marks: toMarks(sent), notes: toNotes(sent), actedAt };
  const { data } = await client.mutate({ mutation: SAVE_CARD, variables: { input, idempotencyKey: act.key } });
  if (!data) return "later";
  return took(act, sent, data.saveCard);
}

/** Nobody signs what they have not seen: when something was written elsewhere the card stays a draft, and its judge signs again. */
async function sign(act: WaitingAct): Promise<Sending> {
  const variables = act.variables as SignVariables;
  const { cardId, items, actedAt, outcome, failReasons, abstainReason } = variables;
  const kept = await cardStore.read(act.person, cardId);
  if (kept && Object.keys(kept.conflicts).length > 0) return unsigned(act, cardId, [{ code: "STALE_VERSION" }]);
  const sent = await withOwnSteps(act.person, cardId, items);
  const input = { assignmentId: cardId, marks: toMarks(sent), notes: toNotes(sent), actedAt };
  const whole = { ...input, outcome, failReasons: [...failReasons], abstainReason, cardVersion: variables.cardVersion };
  const { data } = await client.mutate({ mutation: SIGN_CARD, variables: { input: whole, idempotencyKey: act.key } });
  if (!data) return "later";
  const answer = data.signCard;
  const { refusals } = answer;
  if (refusals.some(({ code }) => MENDABLE.has(code))) return unsigned(act, cardId, refusals);
  return took(act, sent, answer);
}

async function skip(act: WaitingAct): Promise<Sending> {
  const { cardId, skip } = act.variables as SkipVariables;
  const { data } = await client.mutate({
    mutation: SKIP_CARD,
    variables: { input: { assignmentId: cardId, skip }, idempotencyKey: act.key },
  });
  if (!data || isForLater(data.skipCard.refusals)) return "later";
  if (isConductDue(data.skipCard.refusals)) return "stuck";
  // Refused, it stays where it was in the queue: nothing is lost.
  return data.skipCard.refusals.length > 0 ? "done" : took(act, {}, data.skipCard);
}

/** Once it is taken, nothing of the entry stays on the device. */
async function recuse(act: WaitingAct): Promise<Sending> {
  const { cardId, kind, reason } = act.variables as RecuseVariables;
  const { data } = await client.mutate({
    mutation: RECUSE,
    variables: { input: { assignmentId: cardId, kind, reason }, idempotencyKey: act.key },
  });
  if (!data || isForLater(data.recuse.refusals)) return "later";
  const [refusal] = data.recuse.refusals;
  if (refusal && refusal.code !== "NOT_FOUND") return stuck(act, cardId, refusal);
  await cardStore.forget(act.person, cardId);
  await forgetFiles(cardId);
  return "done";
}

/** What was answered on another device meanwhile stands; the judge sees it and may answer again. */
async function compare(act: WaitingAct): Promise<Sending> {
  const waiting = act.variables as CompareVariables;
  const input = { ...waiting, version: Math.max(waiting.version, answered.get(waiting.comparisonId)?.version ?? 0) };
  const { data } = await client.mutate({ mutation: COMPARE, variables: { input, idempotencyKey: act.key } });
  if (!data || isForLater(data.answerComparison.refusals)) return "later";
  const { comparison, refusals } = data.answerComparison;
  if (comparison) await keepAnswer(act.person, comparison.id, { winner: comparison.winner ?? null, version: comparison.version });
  return refusals.some(({ code }) => code === "STAGE_CLOSED") || isConductDue(refusals) ? "stuck" : "done";
}

/** Refusals of a signature that its judge mends and signs again; anything else keeps what waits as it is. */
const MENDABLE: ReadonlySet<string> = new Set(["CARD_INCOMPLETE", "COMMENT_REQUIRED", "REASON_REQUIRED", "NOT_ON_SCALE", "STALE_VERSION"]);

type CardAnswer = Met & {
  readonly refusals: readonly RefusalLike[];
  readonly card?: FragmentType<typeof WRITTEN_CARD> | null;
};

/** Keeps what the server answered, before the act is forgotten. */
async function took(act: WaitingAct, sent: Items<KnownItem>, answer: CardAnswer): Promise<Sending> {
  if (isForLater(answer.refusals)) return "later";
  const [refusal] = answer.refusals;
  const { cardId } = act.variables as { readonly cardId: string };
  if (refusal) return stuck(act, cardId, refusal);
  const kept = await cardStore.read(act.person, cardId);
  const written = answer.card ? readFragment(WRITTEN_CARD, answer.card) : null;
  if (!kept || !written) return "done";
  const card = toKnownCard(written, kept.card);
  const conflicts = conflictsIn(sent, answer);
  await cardStore.took(act.person, { card, sent, conflicts });
  const refused = act.kind === "judgeSign" && card.state !== "SIGNED";
  return refused ? unsigned(act, cardId, [{ code: "STALE_VERSION" }]) : "done";
}

async function stuck(act: WaitingAct, cardId: string, refusal: RefusalLike): Promise<Sending> {
  await cardStore.note(act.person, cardId, { stuck: refusal });
  return "stuck";
}

async function unsigned(act: WaitingAct, cardId: string, refusals: readonly RefusalLike[]): Promise<Sending> {
  await cardStore.note(act.person, cardId, { unsigned: refusals });
  return "done";
}

async function withOwnSteps(person: string, cardId: string, items: Items<KnownItem>): Promise<Items<KnownItem>> {
  const own = (await cardStore.read(person, cardId))?.own ?? {};
  const now: { [name in ItemName]?: KnownItem } = {};
  for (const [name, item] of entriesOf(items)) now[name] = { ...item, version: currentVersion(own[name], item.version) };
  return now;
}

/** It waits until its judge has accepted the code of conduct that holds now. */
function isConductDue(refusals: readonly RefusalLike[]): boolean {
  return refusals.some(({ code }) => code === "CONDUCT_DUE");
}

function isForLater(refusals: readonly RefusalLike[]): boolean {
  return refusals.some(({ code }) => code === "UNAUTHENTICATED" || code === "TOO_MANY_ATTEMPTS");
}
