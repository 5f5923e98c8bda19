import { z } from "zod";
import { hasRole } from "../../kernel/actor.ts";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import type { Importer, ImportSession } from "../../kernel/imports/importer.ts";
import { refuseRows, tellChanges } from "../../kernel/imports/stage.ts";
import type { LevelRow } from "../countries.ts";
import { applyPlaces, lockPlaces } from "./apply-places.ts";
import { type AreaState, areaKey } from "./area-state.ts";
import { GENERAL_COLUMNS, RWANDAN_COLUMNS } from "./place-columns.ts";
import type { PlaceRow, PlacesLine, RefusedPlace } from "./place-row.ts";
import { placesJson } from "./places-json.ts";
import { type PlacesPlan, type PlannedArea, planPlaces } from "./plan-places.ts";
import { readPlace } from "./read-place.ts";

const Options = z.object({});

/** Areas from CSV, Excel or JSON: Rwanda's list of sectors, Indonesia's list of areas, or the general form. Administrators only. */
export const importPlaces: Importer<PlacesLine, z.infer<typeof Options>> = {
  kind: "PLACES",
  formats: ["CSV", "XLSX", "JSON"],
  columns: [...GENERAL_COLUMNS, ...RWANDAN_COLUMNS],
  options: Options,
  records: placesJson,
  authorize: (ctx) => authorize(ctx.actor, hasRole(ctx.actor, "ADMINISTRATOR")),
  begin: async (ctx) => {
    await lockPlaces(ctx);
    return startSession(ctx);
  },
};

function startSession(ctx: Context): ImportSession<PlacesLine> {
  const collected = new CollectedPlaces();
  let plan: PlacesPlan | null = null;
  return {
    parse: readPlace,
    add: async (rows) => {
      for (const { line, row } of rows) collected.take(line, row);
    },
    plan: async () => {
      plan = await planPlaces(ctx, collected);
      await refuseRows(ctx, [...collected.refused, ...plan.refused]);
      await tellChanges(ctx, [...plan.added, ...plan.changed].map(changeOf));
      return { added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged };
    },
    apply: async () => {
      if (plan) await applyPlaces(ctx, plan);
    },
  };
}

/** The rows of a file so far. An area above that many rows tell is taken from the first; a row that tells it otherwise is refused. */
class CollectedPlaces {
  readonly levels: LevelRow[] = [];
  readonly rows: PlaceRow[] = [];
  readonly refused: RefusedPlace[] = [];
  private readonly above = new Map<string, { readonly line: number; readonly text: string }>();

  take(line: number, { areas, above, level }: PlacesLine): void {
    if (level) this.levels.push(level);
    const told = above.map((area) => ({ area, key: areaKey(area), text: JSON.stringify(area) }));
    for (const { area, key, text } of told) {
      const first = this.above.get(key);
      if (first && first.text !== text) {
        const column = `${area.level.toLowerCase()}_nisr`;
        this.refused.push({ line, column, code: "ROW_TWICE", values: { line: first.line } });
        return;
      }
    }
    for (const { area, key, text } of told) {
      if (!this.above.has(key)) this.rows.push({ line, ...area });
      if (!this.above.has(key)) this.above.set(key, { line, text });
    }
    for (const area of areas) this.rows.push({ line, ...area });
  }
}

function changeOf({ line, before, after }: PlannedArea) {
  return {
    line,
    kind: before ? ("CHANGED" as const) : ("NEW" as const),
    subject: `${after.code} ${after.name}`,
    before: before && shown(before),
    after: shown(after),
  };
}

function shown({ country, level, code, name, names, parent, population, validFrom, validTo, codes, leagues }: AreaState) {
  return { country, level, code, name, names, parent, population, validFrom, validTo, codes, leagues };
}
