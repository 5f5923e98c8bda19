import type { EligibilityRules, EntryHistory } from "@isonga/schema/entry-eligibility";
import type { AnswerValue, EntryForm } from "@isonga/schema/entry-form";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EntryQuery, GroundFragment } from "../../gql/graphql.ts";
import { client } from "../apollo/client.ts";
import { ENTRY, GROUND } from "./entry-documents.ts";
import { entryStore } from "./entry-store.ts";
import type { KnownEntry, KnownForm, KnownInstrument } from "./known-entry.ts";

/** Asks the server for an entry and keeps it on this device. Throws when it cannot be reached; null where one may see it no more. */
export async function fetchEntry(person: string, id: string): Promise<KnownEntry | null> {
  const { data } = await client.query({ query: ENTRY, variables: { id }, fetchPolicy: "network-only" });
  if (!data?.entry) return null;
  const entry = toKnownEntry(data.entry);
  await entryStore.hear(person, entry);
  return entry;
}

type Asked = NonNullable<EntryQuery["entry"]>;
/** The rules of a round, or of an entry, as the device keeps them. */
export function toGround(ground: GroundFragment): { readonly form: KnownForm; readonly instrument: KnownInstrument } {
  const { formId, form, indicators, affairs, eligibility } = ground;
  return {
    form: { id: formId, definition: form as EntryForm },
    instrument: { indicators, affairs, eligibility: eligibility as EligibilityRules },
  };
}

function toKnownEntry(entry: Asked): KnownEntry {
  return {
    id: entry.id,
    kind: entry.kind,
    state: entry.state,
    title: entry.title,
    language: entry.language,
    version: entry.version,
    heldSince: entry.heldSince,
    copied: entry.copied,
    round: {
      id: entry.round?.id ?? "",
      code: entry.round?.code ?? "",
      name: entry.round?.name ?? "",
      timeZone: entry.submission.timeZone,
      closesAt: entry.submission.endsAt,
    },
    place: { id: entry.region.id, name: entry.region.name },
    agency: entry.agency && { id: entry.agency.id, name: entry.agency.name },
    ...toGround(readFragment(GROUND, entry.ground)),
    answers: Object.fromEntries(
      entry.answers.map((answer) => [
        answer.field,
        { value: answer.value as AnswerValue, version: answer.version, by: answer.changedBy, at: answer.changedAt },
      ]),
    ),
    claims: Object.fromEntries(
      entry.claims.map((claim) => [
        claim.indicator,
        { value: claim.claimed, version: claim.version, by: claim.changedBy, at: claim.changedAt },
      ]),
    ),
    evidence: countEvidence(entry.evidence),
    history: entry.history.facts as EntryHistory,
    news: newsOf(entry.formChanges),
    returned: returnedWith(entry),
    canEdit: entry.viewerCan.edit,
    canTranslate: entry.viewerCan.translate,
    canDelete: entry.viewerCan.delete,
  };
}

/** Pieces by row or field. */
function countEvidence(pieces: Asked["evidence"]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { indicator, field } of pieces) counts[indicator ?? field ?? ""] = (counts[indicator ?? field ?? ""] ?? 0) + 1;
  return counts;
}

/** The reasons of the latest sending back, while the entry is mended. */
function returnedWith({ state, events }: Asked): KnownEntry["returned"] {
  const back = state === "RETURNED" ? events.find(({ to }) => to === "RETURNED") : undefined;
  if (!back) return null;
  return { reason: back.reason, at: back.at, fields: Object.fromEntries(back.fieldReasons.map(({ field, reason }) => [field, reason])) };
}

/** What a later version of its form asks otherwise. */
function newsOf(changes: Asked["formChanges"]): KnownEntry["news"] {
  const of = (wanted: string) => changes.filter(({ kind }) => kind === wanted);
  const words = (wanted: string): readonly string[] => of(wanted).map(({ label }) => label);
  return { added: words("ADDED"), changed: of("CHANGED").map(({ field }) => field), removed: words("REMOVED") };
}
