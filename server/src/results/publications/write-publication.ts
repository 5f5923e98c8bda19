import type { PublicationSnapshot } from "@isonga/schema/published-result";
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
      jurisdiction_id: data.subject.id,
      code: data.subject.code,
      rank: data.rank,
      score: data.score,
      prize: data.prizes[0]?.prize ?? null,
      place: data.prizes[0]?.place ?? null,
      data,
    })),
  );
  await sql`insert into published_result (id, publication_id, position, level, jurisdiction_id, code, rank, score, prize, place, data)
    select id, ${id}::uuid, position, level, jurisdiction_id, code, rank, score, prize, place, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position int, level text, jurisdiction_id uuid, code text,
      rank int, score numeric, prize text, place int, data jsonb)`.execute(ctx.db);
}
