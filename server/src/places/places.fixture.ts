import "reflect-metadata";
import { resolve } from "node:path";
import { pino } from "pino";
import { openOrm } from "../database/orm.ts";
import { entities } from "../entities.ts";
import { type Actor, OPERATOR } from "../kernel/actor.ts";
import { type Context, createContext } from "../kernel/context.ts";
import { fileSource, type RowSource, recordsSource } from "../kernel/imports/row-source.ts";
import { type ImportRequest, runImport } from "../kernel/imports/run-import.ts";
import { importPlaces } from "./import/import-places.ts";

/** Contexts over one database, for tests of places. */
export type PlacesContexts = { context(actor?: Actor, language?: "en" | "rw" | "id"): Context; stop(): Promise<void> };

export async function openPlaces(url: string): Promise<PlacesContexts> {
  const orm = await openOrm({ url, entities, pool: 4 });
  return {
    context: (actor = OPERATOR, language = "en") =>
      createContext({
        actor,
        language,
        requestId: "test",
        log: pino({ level: "silent" }),
        em: orm.em.fork({ useContext: true }),
        clock: () => new Date(),
      }),
    stop: () => orm.close(),
  };
}

type Choices = Partial<Pick<ImportRequest<object, object>, "mode" | "dryRun">>;

/** Imports places as an operator would. */
export function runPlaces(ctx: Context, source: RowSource, choices: Choices = {}) {
  return runImport(ctx, { importer: importPlaces, options: {}, mode: "REJECT_EVERYTHING", dryRun: false, source, ...choices });
}

/** As {@link runPlaces}, of rows in the general form. */
export function runPlaceRows(ctx: Context, rows: readonly Readonly<Record<string, unknown>>[], choices: Choices = {}) {
  return runPlaces(ctx, recordsSource(rows), choices);
}

/** A national list, read where it lies beside the project. */
export function nationalList(name: "rw_sectors_clean.csv" | "id_areas_level1-3.json"): RowSource {
  return fileSource(resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared"), "data", name));
}
