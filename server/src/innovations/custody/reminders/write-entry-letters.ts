import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Role } from "../../../kernel/actor.ts";
import type { Context } from "../../../kernel/context.ts";
import type { CustodyLetter, ListedEntry } from "../../../mail/custody-letters.ts";
import { writeLetter } from "../../../mail/write-letter.ts";
import { placeName } from "../../../places/jurisdiction-rows.ts";
import { type EntryKind, type EntryState, holderOf } from "../../entries/entry-states.ts";
import type { Holder } from "./holders.ts";

/** What is told: to whom, about which entry; `at` is its deadline, or null for since when it is held. */
export type Telling = { readonly to: Holder; readonly at: Date | null };

/** In which way, as it is remembered and as it is said. */
export type ReminderKind = "DEADLINE" | "HELD" | "ESCALATION" | "BY_HAND";

export type EntryLetters = {
  readonly kind: ReminderKind;
  readonly tellings: readonly Telling[];
  /** Who reminds, and their note, where somebody does it by hand. */
  readonly byHand?: { readonly by: string; readonly note: string | null };
};

/** Writes one letter a person and round that lists their entries, and remembers who was told of what. Answers how many letters. */
export async function writeEntryLetters(ctx: Context, { kind, tellings, byHand }: EntryLetters): Promise<number> {
  if (tellings.length === 0) return 0;
  const entries = await entriesOf(ctx, [...new Set(tellings.map(({ to }) => to.entryId))]);
  const groups = Map.groupBy(tellings, ({ to }) => `${to.personId}:${entries.get(to.entryId)?.roundId}`);
  for (const group of groups.values()) {
    const [first] = group;
    const one = first && entries.get(first.to.entryId);
    if (!first || !one) continue;
    const { language } = first.to;
    const listed = group.flatMap((telling) => listedEntry(entries.get(telling.to.entryId), telling));
    const about = { round: pickText(one.roundNames, language) || one.roundCode, timeZone: one.timeZone, entries: listed };
    await writeLetter(ctx, first.to, letterOf(kind, about, byHand));
  }
  await remember(ctx, kind, tellings, entries);
  return groups.size;
}

type About = { readonly round: string; readonly timeZone: string; readonly entries: readonly ListedEntry[] };

function letterOf(kind: ReminderKind, about: About, byHand: EntryLetters["byHand"]): CustodyLetter {
  if (kind === "BY_HAND") return { kind: "ENTRIES_REMINDED", ...about, by: byHand?.by ?? "", note: byHand?.note ?? null };
  return { kind: ({ DEADLINE: "ENTRIES_DUE", HELD: "ENTRIES_HELD", ESCALATION: "ENTRIES_ESCALATED" } as const)[kind], ...about };
}

type EntryRow = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly title: string;
  readonly heldSince: string;
  readonly roundId: string;
  readonly roundCode: string;
  readonly roundNames: LocalizedText;
  readonly timeZone: string;
  readonly place: { readonly name: string; readonly names: LocalizedText };
};

async function entriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, EntryRow>> {
  const { rows } =
    await sql<EntryRow>`select e.id, e.kind, e.state, e.title, e.held_since as "heldSince", r.id as "roundId", r.code as "roundCode",
      r.names as "roundNames", r.time_zone as "timeZone",
      jsonb_build_object('name', coalesce(a.name, p.name), 'names', coalesce(a.names, p.names)) as place
    from entry e join round r on r.id = e.round_id join jurisdiction p on p.id = e.jurisdiction_id left join agency a on a.id = e.agency_id
    where e.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

function listedEntry(entry: EntryRow | undefined, { to, at }: Telling): readonly ListedEntry[] {
  if (!entry) return [];
  const holder: Role = holderOf(entry.kind, entry.state) ?? "STAFF";
  return [{ title: entry.title, place: placeName(entry.place, to.language), holder, at: at ?? new Date(entry.heldSince) }];
}

async function remember(
  ctx: Context,
  kind: ReminderKind,
  tellings: readonly Telling[],
  entries: ReadonlyMap<string, EntryRow>,
): Promise<void> {
  const rows = tellings.map(({ to }) => ({
    id: ctx.newId(),
    entry_id: to.entryId,
    person_id: to.personId,
    held_since: entries.get(to.entryId)?.heldSince,
  }));
  await sql`insert into entry_reminder (id, entry_id, person_id, kind, held_since, sent_at)
    select id, entry_id, person_id, ${kind}::text, held_since, ${ctx.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, entry_id uuid, person_id uuid, held_since timestamptz)`.execute(
    ctx.db,
  );
}
