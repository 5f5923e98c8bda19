import { sql } from "kysely";
import { hasRoleAt } from "../../kernel/actor.ts";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { KNOWN_COUNTRIES, KNOWN_LEAGUES, type LevelRow, levelsOf } from "../countries.ts";
import { pathLabel } from "../jurisdiction-rows.ts";
import { type AreaState, areaKey, type KnownArea, knownAreas, sameArea } from "./area-state.ts";
import { checkPlace } from "./check-place.ts";
import { Claims } from "./claims.ts";
import type { PlaceRow, PlacesFile, RefusedPlace } from "./place-row.ts";

/** An area to be written. */
export type PlannedArea = {
  readonly line: number;
  readonly id: string;
  readonly before: KnownArea | null;
  readonly after: AreaState;
  readonly parentId: string | null;
  readonly path: string;
};

/** What an import will do; nothing is written yet. */
export type PlacesPlan = {
  /** Known countries that must be there first, with the id that each one's area is to have. */
  readonly countries: ReadonlyMap<string, string>;
  readonly levels: readonly LevelRow[];
  /** In the order of the tree, so that no area comes before the one above it. */
  readonly added: readonly PlannedArea[];
  readonly changed: readonly PlannedArea[];
  readonly unchanged: number;
  /** In the order of the file. */
  readonly refused: readonly RefusedPlace[];
};

/**
 * Compares a file with what is known and decides each row, whatever the order in which parents and children come. Refuses rows with
 * REQUIRED, UNKNOWN_REFERENCE, UNKNOWN_LEVEL, ROW_TWICE, PARENT_MISSING (also when the parent's own row was refused), PARENT_LEVEL
 * (the parent must be of the level directly above), IN_USE (another level for an area that has areas below it), ALREADY_EXISTS (a code
 * that another area has), FORBIDDEN (outside of the administrator's scope; for levels: the whole file), and what {@link checkPlace} refuses. Changes nothing.
 */
export async function planPlaces(ctx: Context, file: PlacesFile): Promise<PlacesPlan> {
  if (file.levels.length > 0) authorize(ctx.actor, hasRoleAt(ctx.actor, "", "ADMINISTRATOR"));
  const planner = await startPlanner(ctx, file);
  const refused: RefusedPlace[] = [];
  for (const row of planner.inTreeOrder(file.rows)) {
    try {
      planner.take(row);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, field, values } = error;
      refused.push({ line: row.line, column: field ?? undefined, code, values });
    }
  }
  const planned = [...planner.planned.values()];
  return {
    countries: planner.newCountries,
    levels: file.levels,
    added: planned.filter(({ before }) => before === null),
    changed: planned.filter(({ before, after }) => before !== null && !sameArea(before, after)),
    unchanged: planned.filter(({ before, after }) => before !== null && sameArea(before, after)).length,
    refused: refused.sort((a, b) => a.line - b.line),
  };
}

async function startPlanner(ctx: Context, file: PlacesFile): Promise<Planner> {
  const countries = [...new Set(file.rows.map(({ country }) => country))];
  const known = await knownAreas(ctx, countries);
  const bundled = KNOWN_COUNTRIES.filter(({ code }) => countries.includes(code));
  const newCountries = bundled.filter(({ code }) => !known.has(areaKey({ country: code, code })));
  const ids = new Map(newCountries.map(({ code }) => [code, ctx.newId()]));
  for (const { code, name, names, levels } of newCountries) {
    const empty = { parent: null, population: null, validFrom: null, validTo: null, codes: {}, leagues: [] };
    const level = levels[0]?.code ?? "";
    known.set(areaKey({ country: code, code }), { ...empty, id: ids.get(code) ?? "", path: code, country: code, level, code, name, names });
  }
  const { rows } = await sql<{ code: string }>`select code from league`.execute(ctx.db);
  return new Planner({
    newId: () => ctx.newId(),
    open: (path) => hasRoleAt(ctx.actor, path, "ADMINISTRATOR"),
    known,
    newCountries: ids,
    levels: [...bundled.flatMap(({ levels }) => levels), ...file.levels, ...(await levelsOf(ctx, countries))],
    leagues: new Set([...KNOWN_LEAGUES, ...rows].map(({ code }) => code)),
    fileKeys: new Set(file.rows.map(areaKey)),
  });
}

type PlannerParts = {
  readonly newId: () => string;
  /** Whether the importer may write what lies at this path. */
  readonly open: (path: string) => boolean;
  readonly known: ReadonlyMap<string, KnownArea>;
  readonly newCountries: ReadonlyMap<string, string>;
  readonly levels: readonly LevelRow[];
  readonly leagues: ReadonlySet<string>;
  readonly fileKeys: ReadonlySet<string>;
};

class Planner {
  readonly planned = new Map<string, PlannedArea>();
  readonly newCountries: ReadonlyMap<string, string>;
  private readonly parts: PlannerParts;
  private readonly levels: ReadonlyMap<string, LevelRow>;
  private readonly withChildren: ReadonlySet<string>;
  private readonly lines = new Map<string, number>();
  private readonly claims: Claims;

  constructor(parts: PlannerParts) {
    this.parts = parts;
    this.newCountries = parts.newCountries;
    this.levels = new Map(parts.levels.map((level) => [`${level.country}|${level.code}`, level]));
    const known = [...parts.known.values()];
    this.withChildren = new Set(known.flatMap(({ country, parent }) => (parent === null ? [] : [areaKey({ country, code: parent })])));
    this.claims = new Claims(known.filter((area) => !parts.fileKeys.has(areaKey(area))));
  }

  /** Higher levels first, then as in the file; rows without a known level last, to be refused. */
  inTreeOrder(rows: readonly PlaceRow[]): readonly PlaceRow[] {
    const position = (row: PlaceRow) => this.levels.get(`${row.country}|${row.level}`)?.position ?? Number.MAX_SAFE_INTEGER;
    return rows.toSorted((a, b) => position(a) - position(b) || a.line - b.line);
  }

  take(row: PlaceRow): void {
    const key = areaKey(row);
    const level = this.levelOf(row);
    const earlier = this.lines.get(key);
    if (row.code !== "" && earlier !== undefined) throw new Refusal("ROW_TWICE", { field: "code", values: { line: earlier } });
    this.lines.set(key, row.line);
    const before = this.parts.known.get(key);
    const checked = checkPlace(row, before, this.parts.leagues);
    if (before && before.level !== row.level && this.withChildren.has(key)) throw new Refusal("IN_USE", { field: "level" });
    const parent = this.parentOf(row, level, before);
    const path = parent ? `${parent.path}.${pathLabel(row.code)}` : pathLabel(row.code);
    if (!this.parts.open(path) || (before && !this.parts.open(before.path))) throw new Refusal("FORBIDDEN", { field: "code" });
    const after = { ...checked, parent: parent?.code ?? null };
    this.claims.take(after, path);
    this.planned.set(key, {
      line: row.line,
      id: before?.id ?? this.parts.newId(),
      before: before ?? null,
      after,
      parentId: parent?.id ?? null,
      path,
    });
  }

  private levelOf(row: PlaceRow): LevelRow {
    if (row.country === "") throw new Refusal("REQUIRED", { field: "country" });
    if (row.level === "") throw new Refusal("REQUIRED", { field: "level" });
    const level = this.levels.get(`${row.country}|${row.level}`);
    if (level) return level;
    const countryKnown = this.parts.levels.some(({ country }) => country === row.country);
    if (!countryKnown) throw new Refusal("UNKNOWN_REFERENCE", { field: "country", values: { value: row.country } });
    throw new Refusal("UNKNOWN_LEVEL", { field: "level", values: { level: row.level, country: row.country } });
  }

  private parentOf(row: PlaceRow, level: LevelRow, before: KnownArea | undefined) {
    const told = row.parent ?? before?.parent ?? "";
    if (level.position === 0) {
      if (told !== "") throw new Refusal("PARENT_LEVEL", { field: "parent", values: { parent: told } });
      return null;
    }
    const code = told || (level.position === 1 ? row.country : "");
    const parent = this.areaAt(areaKey({ country: row.country, code }));
    if (!parent) throw new Refusal("PARENT_MISSING", { field: "parent", values: { parent: code } });
    const above = this.levels.get(`${row.country}|${parent.level}`);
    if (above?.position !== level.position - 1) throw new Refusal("PARENT_LEVEL", { field: "parent", values: { parent: code } });
    return parent;
  }

  private areaAt(key: string) {
    const planned = this.planned.get(key);
    if (planned) return { id: planned.id, path: planned.path, level: planned.after.level, code: planned.after.code };
    return this.parts.known.get(key) ?? null;
  }
}
