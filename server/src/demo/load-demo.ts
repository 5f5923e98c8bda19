import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { fileSource, recordsSource } from "../kernel/imports/row-source.ts";
import { ensureCountries } from "../places/ensure-countries.ts";
import { importPlaces } from "../places/import/import-places.ts";
import type { DemoAccount, Starting } from "../running.ts";
import { reportsImporter } from "../services/import-reports.ts";
import { servicesImporter } from "../services/import-services.ts";
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_PEOPLE_ID, DEMO_PEOPLE_KIPP } from "./accounts.ts";
import { addDemoPeople } from "./add-demo-people.ts";
import { holdRound2022, openRound2026 } from "./demo-rounds.ts";
import { importAll } from "./import-all.ts";
import { loadIndonesia } from "./indonesia/load-indonesia.ts";
import { loadKipp } from "./kipp/load-kipp.ts";
import { type FiguresRow, generateFigures } from "./rwanda/figures.ts";

export type DemoOptions = {
  /** A context of the platform's; a past instant where the demo tells of the past. */
  readonly contextAt: (instant?: string) => Context;
  readonly step: Starting["step"];
};

const folder = resolve(import.meta.dirname, "rwanda");
const WINDOW_2022 = monthsFrom("2021-11", 12);
const APPROVED_2026 = monthsFrom("2026-01", 9);
/** October has been reported and waits to be approved, but for the sectors whose staff have an account: theirs is still to be typed. */
const SUBMITTED_2026 = ["2026-10"];
const STILL_TO_REPORT = ["1309", "2413"];

/**
 * Loads the demo once: Rwanda's areas and services, two years of generated figures through the imports that everybody uses, the round
 * of 2022 published and the round of 2026 open, and an account a role. Each step bears repetition, so a start that was cut short is
 * taken up again. Answers an account a role.
 */
export async function loadDemo(options: DemoOptions): Promise<readonly DemoAccount[]> {
  const { contextAt, step } = options;
  await loadIndonesia(options);
  await loadKipp(options);
  if (!(await isThere(contextAt()))) {
    step("Loading the demo: places and services.");
    const ctx = contextAt();
    await atomically(ctx, { verb: "loadDemo" }, () => ensureCountries(ctx, ["RW"]));
    await importAll(contextAt(), { importer: importPlaces, options: {}, source: fileSource(resolve(folder, "places.csv")) });
    await importAll(contextAt(), {
      importer: servicesImporter,
      options: { country: "RW" },
      source: fileSource(resolve(folder, "services.csv")),
    });
    step("Loading the demo: generated monthly figures, illustrative.");
    await importFigures(contextAt);
    step("Loading the demo: the round of 2022, the open round, accounts.");
    await holdRound2022(contextAt, await readFile(resolve(folder, "round-2022.json"), "utf8"));
    await openRound2026(contextAt, await readFile(resolve(folder, "round-2026.json"), "utf8"));
    await addDemoPeople(contextAt(), DEMO_PEOPLE);
  }
  const everybody = [...DEMO_PEOPLE, ...DEMO_PEOPLE_ID, ...DEMO_PEOPLE_KIPP];
  const firsts = everybody.filter((person, index) => everybody.findIndex(({ role }) => role === person.role) === index);
  return firsts.map(({ role, email }) => ({ role: role.toLowerCase(), email, password: DEMO_PASSWORD }));
}

/** Rwanda's last step is its people. */
async function isThere(ctx: Context): Promise<boolean> {
  const last = DEMO_PEOPLE.at(-1)?.email ?? "";
  const { rows } = await sql`select from person where email = ${last}`.execute(ctx.db);
  return rows.length > 0;
}

/** Month by month, each on the seventh of the next, as offices report. */
async function importFigures(contextAt: DemoOptions["contextAt"]): Promise<void> {
  const [sectors, services] = await Promise.all([codesIn("places.csv", "SECTOR"), codesIn("services.csv", "RW")]);
  const months = [...WINDOW_2022, ...APPROVED_2026, ...SUBMITTED_2026];
  const byMonth = Map.groupBy(generateFigures({ sectors, services, months, seed: 2022 }), ({ month }) => month);
  for (const [month, rows] of byMonth) {
    const submitted = SUBMITTED_2026.includes(month);
    const reported: readonly FiguresRow[] = submitted ? rows.filter(({ jurisdiction }) => !STILL_TO_REPORT.includes(jurisdiction)) : rows;
    const [, next = month] = monthsFrom(month, 2);
    await importAll(contextAt(`${next}-07T10:00:00+02:00`), {
      importer: reportsImporter,
      options: { country: "RW", state: submitted ? "SUBMITTED" : "APPROVED" },
      source: recordsSource(reported, `generated figures of ${month}`),
    });
  }
}

/** Codes of the rows of a file in which the word stands as a cell; the code is the third cell of places, the second of services. */
async function codesIn(file: string, word: string): Promise<readonly string[]> {
  const lines = (await readFile(resolve(folder, file), "utf8")).trim().split("\n").slice(1);
  const cells = lines.map((line) => line.split(","));
  return cells.filter((row) => row.includes(word)).map((row) => (file === "places.csv" ? row[2] : row[1]) ?? "");
}

function monthsFrom(first: string, count: number): readonly string[] {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - 1 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}
