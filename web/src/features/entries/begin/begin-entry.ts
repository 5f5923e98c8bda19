import type { Language } from "@isonga/schema/languages";
import { BEGIN_KIND, entityOf } from "../../../lib/entries/entry-acts.ts";
import { sendEntryActs } from "../../../lib/entries/entry-senders.ts";
import { entryStore } from "../../../lib/entries/entry-store.ts";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { newId } from "../../../lib/entries/new-id.ts";
import { outbox } from "../../../lib/offline/outbox.ts";
import type { EntryRound } from "../list/entry-rounds.ts";
import type { BeginPlace, RoundGround } from "./round-ground.ts";

/** What the author said before the draft began. */
export type NewDraft = { readonly place: BeginPlace; readonly title: string; readonly language: Language };

/**
 * Begins a draft on this device, under an id of its own making, and hands it to the outbox: with a network it is with the server at once,
 * without one it can be written in all the same. Answers its id.
 */
export async function beginHere(
  person: string,
  draft: NewDraft,
  at: { readonly round: EntryRound; readonly ground: RoundGround },
): Promise<string> {
  const id = newId();
  const { place, title, language } = draft;
  sendEntryActs();
  await entryStore.hear(person, localEntry(id, draft, at));
  const input = {
    id,
    roundId: at.round.id,
    kind: place.kind,
    agencyId: place.agency?.id ?? null,
    jurisdictionId: place.kind === "REGIONAL" ? place.region.id : null,
    title: place.kind === "REGIONAL" ? null : title,
    language,
  };
  await outbox.add({ kind: BEGIN_KIND, entity: entityOf(id), variables: { input } });
  return id;
}

function localEntry(
  id: string,
  { place, title, language }: NewDraft,
  { round, ground }: { readonly round: EntryRound; readonly ground: RoundGround },
): KnownEntry {
  const { form, instrument } = ground.grounds[place.kind];
  const named = form.definition.tasks.flatMap(({ fields }) => fields).find(({ binds }) => binds === "title");
  // The server writes the title as the first version of that answer.
  const answers = named && place.kind === "INNOVATION" ? { [named.key]: { value: title, version: 1, by: null, at: null } } : {};
  return {
    id,
    kind: place.kind,
    state: "DRAFT",
    title: place.kind === "REGIONAL" ? place.region.name : title,
    language,
    version: 1,
    heldSince: new Date().toISOString(),
    copied: false,
    round: { id: round.id, code: round.code, name: round.name, timeZone: ground.timeZone, closesAt: ground.closesAt },
    place: place.region,
    agency: place.agency,
    form,
    instrument,
    answers,
    claims: {},
    evidence: {},
    history: { timesEntered: 0, prizes: [], titles: [] },
    news: { added: [], changed: [], removed: [] },
    returned: null,
    canEdit: true,
    canTranslate: false,
    canDelete: false,
    local: { refusals: [] },
  };
}
