import type { PublicationSnapshot, PublishedRow } from "@isonga/schema/published-result";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { ResultsRound } from "../load-round.ts";
import { openChecksum } from "./open-part.ts";

/** A publication as it is written, once and for all. */
export interface NewPublication {
  readonly id: string;
  readonly round: ResultsRound;
  readonly snapshot: PublicationSnapshot;
  readonly checksum: string;
  readonly correctsId: string | null;
}

/** Writes the snapshot and, in one statement, its rows for the public. */
export async function writePublication(ctx: Context, { id, round, snapshot, checksum, correctsId }: NewPublication): Promise<void> {
  await sql`insert into publication (id, round_id, number, corrects_id, reason, public_from, published_at, published_by, instrument_id, checksum, open_checksum,
      snapshot)
    values (${id}::uuid, ${round.id}::uuid, ${snapshot.number}, ${correctsId}::uuid, ${snapshot.corrects?.reason ?? null}::text,
      ${snapshot.publicFrom}::timestamptz, ${snapshot.publishedAt}::timestamptz, ${ctx.actor.id}::uuid, ${round.instrumentId}::uuid, ${checksum}, ${openChecksum(snapshot)},
      ${JSON.stringify(snapshot)}::jsonb)`.execute(ctx.db);
  const rows = snapshot.levels.flatMap(({ level, rows: subjects }) =>
    subjects.map((data, index) => ({
      id: ctx.newId(),
      position: index + 1,
      level,
      ...subjectOf(data),
      code: data.subject.code,
      rank: data.rank,
      score: data.score,
      prize: data.prizes[0]?.prize ?? null,
      place: data.prizes[0]?.place ?? null,
      data,
    })),
  );
  await sql`insert into published_result (id, publication_id, position, level, jurisdiction_id, entry_id, code, rank, score, prize, place, data)
    select id, ${id}::uuid, position, level, jurisdiction_id, entry_id, code, rank, score, prize, place, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position int, level text, jurisdiction_id uuid, entry_id uuid, code text,
      rank int, score numeric, prize text, place int, data jsonb)`.execute(ctx.db);
}

/** The area a row is of; of an entry's row the area that the entry is from, so that its page shows it. */
function subjectOf({ subject, ancestors, entry }: PublishedRow): { readonly jurisdiction_id: string; readonly entry_id: string | null } {
  if (!entry) return { jurisdiction_id: subject.id, entry_id: null };
  const area = ancestors.at(-1);
  if (!area) throw new Error(`entry ${entry.reference} is of no area`);
  return { jurisdiction_id: area.id, entry_id: entry.id };
}
