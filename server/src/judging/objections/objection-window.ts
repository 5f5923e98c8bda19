import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { JuryInstrument } from "../../programmes/jury-instrument.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";

/** The public objection of a round: its dated stage, the stage whose shortlist is shown, what may be objected to. */
export type ObjectionWindow = {
  readonly roundId: string;
  readonly roundCode: string;
  readonly roundNames: LocalizedText;
  readonly roundState: RoundState;
  readonly path: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Code of the judging stage whose entries that came through are shown, and its id; null before judging. */
  readonly afterStageId: string | null;
  readonly grounds: NonNullable<JuryInstrument["objection"]>["grounds"];
};

/** The window of a round that has one; null otherwise, and for a draft. */
export async function findWindow(
  ctx: Context,
  round: { readonly id: string } | { readonly code: string },
): Promise<ObjectionWindow | null> {
  const where = "id" in round ? sql<boolean>`r.id = ${round.id}::uuid` : sql<boolean>`r.code = ${round.code}`;
  const { rows } = await sql<Row>`select r.id as "roundId", r.code as "roundCode", r.names as "roundNames", r.state as "roundState",
      place.path::text as path, r.time_zone as "timeZone", st.starts_at as "startsAt", st.ends_at as "endsAt", after.id as "afterStageId",
      i.id as "instrumentId", i.definition
    from round r join jurisdiction place on place.id = r.jurisdiction_id
    join lateral (select id, definition from instrument where round_id = r.id and kind = 'JURY' order by number desc limit 1) i on true
    join stage st on st.round_id = r.id and st.code = i.definition #>> '{objection,stage}'
    left join judging_stage after on after.round_id = r.id and after.stage = i.definition #>> '{objection,after}' and after.state = 'CLOSED'
    where ${where} and r.state <> 'DRAFT'`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  const { instrumentId, definition, startsAt, endsAt, ...window } = row;
  const instrument = definitionOf({ id: instrumentId, definition });
  if (instrument.kind !== "JURY" || !instrument.objection) return null;
  return { ...window, startsAt: new Date(startsAt), endsAt: new Date(endsAt), grounds: instrument.objection.grounds };
}

/** Whether the public may see the shortlist: the stage has begun, and what it rests upon is closed. */
export function isShown(window: ObjectionWindow, now: Date): boolean {
  return window.afterStageId !== null && now >= window.startsAt;
}

/** Whether an objection is taken now. */
export function isOpen(window: ObjectionWindow, now: Date): boolean {
  return isShown(window, now) && now < window.endsAt;
}

type Row = Omit<ObjectionWindow, "grounds" | "startsAt" | "endsAt"> & {
  readonly instrumentId: string;
  readonly definition: unknown;
  readonly startsAt: string;
  readonly endsAt: string;
};
