import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type RegionChoice, regionsSql, touchedSql } from "./counted-sql.ts";
import type { IndexRound } from "./index-round.ts";
import { type RegionFigures, stampedFigures } from "./region-figures.ts";

type Kept = { readonly stamp: string; readonly weights: string; readonly figures: RegionFigures };

/** By round and area. The sums of a nation's regions in a few rounds; the oldest go first. */
const kept = new Map<string, Kept>();
const MOST = 5_000;

/**
 * The figures of the chosen areas, those added up before by this process without reading their entries again: they hold as long as the same
 * changes are seen in the area (`index_touch`) and the instrument weighs alike. Never older than what the database has now.
 */
export async function keptFigures(ctx: Context, round: IndexRound, choice: RegionChoice): Promise<readonly RegionFigures[]> {
  const { rows } = await sql<Place>`with ${regionsSql(round, choice)} select r.id, r.code, r.level, r.name, r.names, r.path, touched.stamp
    from region r ${touchedSql} order by r.position`.execute(ctx.db);
  const weights = JSON.stringify([round.instrument.regional, round.instrument.innovation].map((part) => part.map(weightOf)));
  const known = new Map<string, RegionFigures>();
  for (const { id, stamp } of rows) {
    const found = kept.get(keyOf(round, id));
    if (found?.stamp === stamp && found.weights === weights) known.set(id, found.figures);
  }
  const missing = rows.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  if (missing.length > 0)
    for (const { stamp, figures } of await stampedFigures(ctx, round, { where: sql<boolean>`j.id = any(${missing}::uuid[])` })) {
      known.set(figures.id, figures);
      keep(keyOf(round, figures.id), { stamp, weights, figures });
    }
  return rows.flatMap(({ stamp: _stamp, ...place }) => {
    const figures = known.get(place.id);
    return figures ? [{ ...figures, ...place }] : [];
  });
}

type Place = Pick<RegionFigures, "id" | "code" | "level" | "name" | "names" | "path"> & { readonly stamp: string };

function weightOf({ code, weight }: IndexRound["instrument"]["regional"][number]): readonly [string, string] {
  return [code, String(weight)];
}

function keyOf(round: IndexRound, areaId: string): string {
  return `${round.id} ${areaId}`;
}

function keep(key: string, value: Kept): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size <= MOST) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
