import type { LocalizedText } from "@isonga/schema/languages";
import type { PublishedEntry } from "@isonga/schema/published-judging";
import type { PublishedArea, PublishedPlace } from "@isonga/schema/published-result";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { ENTRY_LEVEL } from "../../programmes/jury-instrument.ts";
import type { LevelFacts, PlaceInputs } from "../load-places.ts";
import type { ResultsRound } from "../load-round.ts";

/** Entries that were judged as subjects of a standing: each stands below the area it is from, with its reference as its code. */
export interface JuryPlaces extends PlaceInputs {
  /** By reference. */
  readonly entries: ReadonlyMap<string, PublishedEntry>;
}

/** What the level of entries is called, where levels of areas have names of their own. */
const ENTRY_LEVEL_NAMES: LocalizedText = { en: "Entries", rw: "Dosiye", id: "Usulan" };

/** Every entry of a round that was admitted to judging, with the areas above it. An entry that left the round stays out. */
export async function loadJuryPlaces(
  ctx: Context,
  { id, path, country }: Pick<ResultsRound, "id" | "path" | "country">,
): Promise<JuryPlaces> {
  const [entries, areas, levels] = await Promise.all([loadEntries(ctx, id), loadAreas(ctx, id, path), loadLevels(ctx, country)]);
  const above = areas.filter(({ isAbove }) => isAbove).map(({ area: { population: _population, parentCode: _parent, ...place } }) => place);
  above.sort((a, b) => (levels.get(a.level)?.position ?? 0) - (levels.get(b.level)?.position ?? 0));
  return {
    levels,
    above: above satisfies readonly PublishedPlace[],
    areas: [...areas.filter(({ isAbove }) => !isAbove).map(({ area }) => area), ...entries.map(({ area }) => area)],
    entries: new Map(entries.map(({ entry }) => [entry.reference, entry])),
  };
}

type EntryRow = Pick<PublishedEntry, "id" | "reference" | "title" | "language"> & {
  readonly areaCode: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly officeNames: LocalizedText | null;
};

async function loadEntries(
  ctx: Context,
  roundId: string,
): Promise<readonly { readonly area: PublishedArea; readonly entry: PublishedEntry }[]> {
  const { rows } = await sql<EntryRow>`select e.id, e.reference, e.title, e.language, j.code as "areaCode",
      agency.id as "officeId", agency.name as "officeName", agency.names as "officeNames"
    from entry e join jurisdiction j on j.id = e.jurisdiction_id left join agency on agency.id = e.agency_id
    where e.round_id = ${roundId}::uuid and e.reference is not null and e.state = 'VERIFIED'
      and exists (select from judged_entry je where je.entry_id = e.id and je.outcome is distinct from 'OUT')
    order by e.reference collate "C"`.execute(ctx.db);
  return rows.map(({ areaCode, officeId, officeName, officeNames, ...entry }) => ({
    entry: { ...entry, office: officeId === null ? null : { id: officeId, name: officeName ?? "", names: officeNames ?? {} } },
    area: { id: entry.id, code: entry.reference, level: ENTRY_LEVEL, name: entry.title, names: {}, parentCode: areaCode, population: null },
  }));
}

type AreaRow = { readonly isAbove: boolean; readonly area: PublishedArea };

async function loadAreas(ctx: Context, roundId: string, path: string): Promise<readonly AreaRow[]> {
  const { rows } = await sql<PublishedArea & { readonly isAbove: boolean }>`select j.id, j.code, j.level, j.name, j.names, j.population,
      parent.code as "parentCode", j.path @> ${path}::text::ltree and j.path <> ${path}::text::ltree as "isAbove"
    from jurisdiction j left join jurisdiction parent on parent.id = j.parent_id
    where j.path @> ${path}::text::ltree or (j.path <@ ${path}::text::ltree and exists (
      select from entry e join jurisdiction own on own.id = e.jurisdiction_id
      where e.round_id = ${roundId}::uuid and e.reference is not null and own.path <@ j.path))
    order by j.code collate "C"`.execute(ctx.db);
  return rows.map(({ isAbove, ...area }) => ({ isAbove, area }));
}

async function loadLevels(ctx: Context, country: string): Promise<ReadonlyMap<string, LevelFacts>> {
  const { rows } = await sql<LevelFacts>`select code, names, position from area_level where country = ${country} order by position`.execute(
    ctx.db,
  );
  const entries = { code: ENTRY_LEVEL, names: ENTRY_LEVEL_NAMES, position: 1_000 };
  return new Map([...rows, entries].map((row) => [row.code, row]));
}
