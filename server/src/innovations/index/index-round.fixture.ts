import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { runPlaceRows } from "../../places/places.fixture.ts";
import { importRound } from "../../programmes/exchange/import-round.ts";
import instrument from "../../programmes/instruments/iid-2026.json" with { type: "json" };

/** The code of {@link makeIndexRound}'s round. */
export const INDEX_ROUND = "iga-2026";

/** Ids and dotted paths of the areas by code. */
export type IndexPlaces = { readonly ids: ReadonlyMap<string, string>; readonly paths: ReadonlyMap<string, string> };

/** A province with a regency, a city and a district, and an open round of 2026 held in it. */
export async function makeIndexRound(ctx: Context): Promise<IndexPlaces> {
  const places = await makePlaces(ctx);
  await atomically(ctx, { verb: "importRound" }, () => importRound(ctx, { text: JSON.stringify(roundFile()), dryRun: false }));
  await sql`update round set state = 'OPEN' where code = ${INDEX_ROUND}`.execute(ctx.db);
  return places;
}

async function makePlaces(ctx: Context): Promise<IndexPlaces> {
  await runPlaceRows(ctx, [
    { country: "ID", level: "PROVINCE", code: "16", name: "Sumatera Selatan" },
    { country: "ID", level: "REGENCY_CITY", code: "16.10", name: "Ogan Ilir", parent: "16" },
    { country: "ID", level: "REGENCY_CITY", code: "16.74", name: "Prabumulih", parent: "16" },
    { country: "ID", level: "DISTRICT_KECAMATAN", code: "16.10.01", name: "Muara Kuang", parent: "16.10" },
  ]);
  const { rows } = await sql<{ id: string; code: string; path: string }>`select id, code, path::text as path from jurisdiction`.execute(
    ctx.db,
  );
  return { ids: new Map(rows.map(({ code, id }) => [code, id])), paths: new Map(rows.map(({ code, path }) => [code, path])) };
}

function roundFile(): object {
  const names = (text: string) => ({ en: text, rw: text, id: text });
  const stage = (kind: string, month: string) => ({
    ...{ code: kind.toLowerCase(), kind, names: names(kind) },
    startsAt: `2026-${month}-01T00:00:00+07:00`,
    endsAt: `2026-${month}-28T00:00:00+07:00`,
  });
  return {
    formatVersion: 1,
    programme: { code: "iga", country: "ID", names: names("IGA") },
    round: {
      ...{
        code: INDEX_ROUND,
        names: names("IGA 2026"),
        place: { country: "ID", code: "16" },
        timeZone: "Asia/Jakarta",
        illustrative: true,
      },
      stages: [stage("SUBMISSION", "05"), stage("VERIFICATION", "09"), stage("PUBLICATION", "12")],
      instrument,
    },
  };
}
