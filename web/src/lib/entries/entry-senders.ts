import type { AnswerValue } from "@isonga/schema/entry-form";
import { client } from "../apollo/client.ts";
import { outbox, type Sending } from "../offline/outbox.ts";
import type { WaitingAct } from "../offline/store.ts";
import { failureOf, type RefusalLike } from "../refusals/failure.ts";
import { BEGIN_KIND, fieldOf, type SaveItem } from "./entry-acts.ts";
import { BEGIN, type BeginVariables, SAVE_ANSWERS, SAVE_CLAIMS } from "./entry-documents.ts";
import { entryStore } from "./entry-store.ts";
import { fetchEntry } from "./fetch-entry.ts";
import type { KnownItem } from "./known-entry.ts";

/** Teaches the outbox to begin drafts and to save answers and claims; done once, when one waits or an entry is opened. */
export function sendEntryActs(): void {
  if (taught) return;
  taught = true;
  outbox.register(BEGIN_KIND, begin);
  outbox.register("saveAnswers", (act) => save(act, saveAnswer));
  outbox.register("saveClaims", (act) => save(act, saveClaim));
}

let taught = false;

/** What the server said of one answer or claim. */
type Outcome = {
  readonly refusals: readonly RefusalLike[];
  readonly saved?: KnownItem<AnswerValue> | undefined;
  readonly conflict?: KnownItem<AnswerValue> | undefined;
};

type Ask = (item: SaveItem, version: number, idempotencyKey: string) => Promise<Outcome | null>;

/** Throws when the network does not carry it, which the outbox takes for "later". */
async function save(act: WaitingAct, ask: Ask): Promise<Sending> {
  const item = act.variables as SaveItem;
  const { person } = act;
  const own = (await entryStore.ownVersions(person, item.entryId))[item.name];
  const outcome = await ask(item, versionOf(item, own), act.key);
  if (!outcome || isForLater(outcome.refusals)) return "later";
  const { name, value, entryId } = item;
  const [refusal] = outcome.refusals;
  if (outcome.saved) await entryStore.took(person, entryId, { name, item: outcome.saved, key: act.key });
  else if (outcome.conflict)
    await entryStore.setUnsent(person, entryId, { name, unsent: { mine: value, theirs: outcome.conflict, why: "conflict" } });
  else if (refusal) await entryStore.setUnsent(person, entryId, { name, unsent: { mine: value, theirs: null, why: "refused", refusal } });
  return "done";
}

/**
 * The version that an item was made from. Where this device itself has made the next one meanwhile, from a tab that this one has not heard of
 * yet, it is that one: nobody is in conflict with themselves.
 */
function versionOf({ after, version }: SaveItem, own: { readonly key: string; readonly version: number } | undefined): number {
  if (!own) return version;
  return own.key === after || own.version === version + 1 ? own.version : version;
}

async function saveAnswer(item: SaveItem, version: number, idempotencyKey: string): Promise<Outcome | null> {
  const input = { entryId: item.entryId, answers: [{ field: fieldOf(item.name), value: item.value, version }] };
  const { data } = await client.mutate({ mutation: SAVE_ANSWERS, variables: { input, idempotencyKey } });
  if (!data) return null;
  const { refusals, saved, conflicts, notSaved } = data.saveAnswers;
  const [kept, theirs] = [saved?.[0], conflicts?.[0]];
  return {
    refusals: [...refusals, ...(notSaved ?? [])],
    saved: kept && { value: item.value, version: kept.version, by: kept.changedBy, at: kept.changedAt },
    conflict: theirs && { value: theirs.theirs as AnswerValue, version: theirs.version, by: theirs.changedBy, at: theirs.changedAt },
  };
}

async function saveClaim(item: SaveItem, version: number, idempotencyKey: string): Promise<Outcome | null> {
  const input = { entryId: item.entryId, claims: [{ indicator: fieldOf(item.name), level: Number(item.value), version }] };
  const { data } = await client.mutate({ mutation: SAVE_CLAIMS, variables: { input, idempotencyKey } });
  if (!data) return null;
  const { refusals, saved, conflicts, notSaved } = data.saveClaims;
  const [kept, theirs] = [saved?.[0], conflicts?.[0]];
  return {
    refusals: [...refusals, ...(notSaved ?? [])],
    saved: kept && { value: kept.claimed, version: kept.version, by: kept.changedBy, at: kept.changedAt },
    conflict: theirs && { value: theirs.theirs, version: theirs.version, by: theirs.changedBy, at: theirs.changedAt },
  };
}

/** A draft that the server does not want stays on the device, with all that was written, until its author decides. */
async function begin(act: WaitingAct): Promise<Sending> {
  const { input } = act.variables as BeginVariables;
  const { data } = await client.mutate({ mutation: BEGIN, variables: { input, idempotencyKey: act.key } });
  if (!data || isForLater(data.beginEntry.refusals)) return "later";
  const { refusals } = data.beginEntry;
  const id = input.id ?? "";
  if (refusals.length > 0) {
    await entryStore.refused(act.person, id, { refusals });
    return "stuck";
  }
  await fetchEntry(act.person, id).catch((error: unknown) => {
    if (failureOf(error).kind !== "network") throw error;
  });
  return "done";
}

function isForLater(refusals: readonly RefusalLike[]): boolean {
  return refusals.some(({ code }) => code === "UNAUTHENTICATED" || code === "TOO_MANY_ATTEMPTS");
}
