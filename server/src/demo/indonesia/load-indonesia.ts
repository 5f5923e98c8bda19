import { resolve } from "node:path";
import { innovationsImporter } from "../../innovations/import/import-innovations.ts";
import { regionalImporter } from "../../innovations/import/import-regional.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { fileSource } from "../../kernel/imports/row-source.ts";
import { ensureCountries } from "../../places/ensure-countries.ts";
import { importPlaces } from "../../places/import/import-places.ts";
import { beginDecision } from "../../programmes/rounds/begin-decision.ts";
import { publishNow } from "../../results/publications/publish-now.ts";
import { DEMO_PEOPLE_ID } from "../accounts.ts";
import { addDemoPeople } from "../add-demo-people.ts";
import { importAll } from "../import-all.ts";
import type { DemoOptions } from "../load-demo.ts";
import { findRound, openFromFile, stateOf } from "../round-steps.ts";
import { hasEntries2026, writeEntries2026 } from "./entries-2026.ts";
import { IGA_ROUNDS, type IgaYear, igaRoundFile } from "./rounds.ts";

const folder = import.meta.dirname;
/** When each past round opened and when it was published. */
const HELD = {
  2022: { opened: "2022-05-01T08:00:00+07:00", published: "2022-12-23T10:00:00+07:00" },
  2023: { opened: "2023-05-01T08:00:00+07:00", published: "2023-12-22T10:00:00+07:00" },
} as const;
const OPENED_2026 = "2026-06-01T08:00:00+07:00";

/**
 * South Sumatra's Innovative Government Award: the places, the rounds of 2022 and 2023 published from imported levels, the round of 2026
 * with entries in every state of custody, and its people. Each step bears repetition.
 */
export async function loadIndonesia({ contextAt, step }: DemoOptions): Promise<void> {
  if (await hasEntries2026(contextAt())) return;
  step("Loading the demo: South Sumatra's innovations, mostly invented.");
  const ctx = contextAt();
  await atomically(ctx, { verb: "loadDemo" }, () => ensureCountries(ctx, ["ID"]));
  await importAll(contextAt(), { importer: importPlaces, options: {}, source: fileSource(resolve(folder, "places.csv")) });
  await holdRound(contextAt, 2022);
  await holdRound(contextAt, 2023);
  await openRound2026(contextAt);
  await addDemoPeople(contextAt(), DEMO_PEOPLE_ID);
  await writeEntries2026(contextAt());
}

type ContextAt = DemoOptions["contextAt"];

/** A past round from its file to its publication on the day it was held; nothing when it is published. */
async function holdRound(contextAt: ContextAt, year: 2022 | 2023): Promise<void> {
  const round = IGA_ROUNDS[year];
  const { opened, published } = HELD[year];
  if ((await stateOf(contextAt(), round)) === null) await openYear(contextAt(opened), year);
  if ((await stateOf(contextAt(), round)) === "PUBLISHED") return;
  const from = { round, state: "VERIFIED", agencies: "CREATE", language: "id" } as const;
  const at = contextAt(published);
  await importAll(at, { importer: innovationsImporter, options: from, source: fileSource(resolve(folder, `innovations-${year}.csv`)) });
  await importAll(at, { importer: regionalImporter, options: from, source: fileSource(resolve(folder, `regional-${year}.csv`)) });
  const decider = contextAt(published);
  await atomically(decider, { verb: "loadDemo" }, async () => {
    await beginDecision(decider, await findRound(decider, round));
    await publishNow(decider, { round, acceptProposals: true });
  });
}

async function openRound2026(contextAt: ContextAt): Promise<void> {
  if ((await stateOf(contextAt(), IGA_ROUNDS[2026])) === null) await openYear(contextAt(OPENED_2026), 2026);
}

async function openYear(ctx: Context, year: IgaYear): Promise<void> {
  const text = await igaRoundFile(year);
  await atomically(ctx, { verb: "loadDemo" }, () => openFromFile(ctx, IGA_ROUNDS[year], text));
}
