import { randomUUID } from "node:crypto";
import { atomically } from "@isonga/server/kernel/atomically";
import { ensureCountries } from "@isonga/server/places/ensure-countries";
import pg from "pg";
import type { Client } from "../client.ts";
import type { World } from "../world.ts";

/** Indonesia with a province, two regencies and their offices. */
export type InnovationCountry = {
  readonly province: string;
  readonly ogan: string;
  readonly muara: string;
  /** Two offices of Ogan Ilir, and one of Muara Enim. */
  readonly registry: string;
  readonly health: string;
  readonly muaraHealth: string;
};

const OPEN = "mutation ($input: StepRoundInput!) { openRound(input: $input) { refusals { code field values } round { state } } }";
const IMPORT =
  "mutation ($input: ImportRoundInput!) { importRound(input: $input) { refusals { code field values } round { id version } } }";

/** Writes places and offices into a world. */
export async function addInnovationCountry(world: {
  readonly app: World["app"];
  readonly database: Pick<World["database"], "ownerUrl">;
}): Promise<InnovationCountry> {
  const ctx = world.app.operatorContext();
  await atomically(ctx, { verb: "test" }, () => ensureCountries(ctx));
  const ids = {
    province: randomUUID(),
    ogan: randomUUID(),
    muara: randomUUID(),
    registry: randomUUID(),
    health: randomUUID(),
    muaraHealth: randomUUID(),
  };
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from jurisdiction where code = 'ID'");
  const country = rows[0]?.id ?? "";
  const areas = [
    [ids.province, "PROVINCE", "16", "Sumatera Selatan", country, "ID.16"],
    [ids.ogan, "REGENCY_CITY", "16.10", "Kabupaten Ogan Ilir", ids.province, "ID.16.16_10"],
    [ids.muara, "REGENCY_CITY", "16.03", "Kabupaten Muara Enim", ids.province, "ID.16.16_03"],
  ];
  for (const area of areas)
    await client.query(
      "insert into jurisdiction (id, country, level, code, name, parent_id, path) values ($1, 'ID', $2, $3, $4, $5, $6)",
      area,
    );
  const offices = [
    [ids.registry, ids.ogan, "DUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil"],
    [ids.health, ids.ogan, "DINKES", "Dinas Kesehatan"],
    [ids.muaraHealth, ids.muara, "DINKES", "Dinas Kesehatan"],
  ];
  for (const office of offices) await client.query("insert into agency (id, jurisdiction_id, code, name) values ($1, $2, $3, $4)", office);
  await client.end();
  return ids;
}

/** A round of that country, imported and opened by an administrator; `change` may put anything into it. Answers its id. */
export async function openInnovationRound(
  administrator: Client,
  code = "iga-2026",
  change: (round: object) => object = () => ({}),
): Promise<string> {
  const { importRound } = await administrator.data<{ importRound: { refusals: object[]; round: { id: string; version: number } | null } }>(
    IMPORT,
    {
      input: { text: innovationRoundFile(code, change) },
    },
  );
  if (!importRound.round) throw new Error(`The round was not imported: ${JSON.stringify(importRound.refusals)}`);
  const { id, version } = importRound.round;
  const { openRound } = await administrator.data<{ openRound: { refusals: object[] } }>(OPEN, { input: { id, version } });
  if (openRound.refusals.length > 0) throw new Error(`The round was not opened: ${JSON.stringify(openRound.refusals)}`);
  return id;
}

const names = (word: string) => ({ en: `${word} (en)`, rw: `${word} (rw)`, id: `${word} (id)` });

/** A round file with a small innovation index; submission runs from 1 March to 30 June 2026, Jakarta time. */
export function innovationRoundFile(code = "iga-2026", change: (round: object) => object = () => ({})): string {
  const stage = (kind: string, startsAt: string, endsAt: string) => ({
    code: kind.toLowerCase(),
    kind,
    names: names(kind),
    startsAt: `${startsAt}T00:00:00+07:00`,
    endsAt: `${endsAt}T00:00:00+07:00`,
  });
  const round = {
    code,
    names: names(`Awards ${code}`),
    place: { country: "ID", code: "16" },
    timeZone: "Asia/Jakarta",
    stages: [
      stage("SUBMISSION", "2026-03-01", "2026-07-01"),
      stage("CHECK", "2026-03-01", "2026-08-01"),
      stage("VERIFICATION", "2026-03-01", "2026-09-01"),
      stage("PUBLICATION", "2026-10-01", "2026-12-01"),
    ],
    instrument: INNOVATION_INSTRUMENT,
  };
  const programme = { code: "iga", country: "ID", names: names("Innovative Government Award") };
  return JSON.stringify({ formatVersion: 1, programme, round: { ...round, ...change(round) } });
}

const row = (code: string, more: object = {}) => ({
  code,
  names: names(code),
  weight: 2,
  levels: [names(`${code} 1`), names(`${code} 2`), names(`${code} 3`)],
  ...more,
});

/** A small instrument: two rows of the region, three of each innovation, the first of them mandatory. */
export const INNOVATION_INSTRUMENT = {
  kind: "INNOVATION_INDEX",
  levels: ["REGENCY_CITY"],
  groups: [{ code: "MEANS", names: names("Means") }],
  affairs: [
    { code: "HEALTH", names: names("Health") },
    { code: "REGISTRY", names: names("Civil registry") },
  ],
  regional: [row("VISION"), row("BUDGET")],
  innovation: [row("REGULATION", { mandatory: true, group: "MEANS" }), row("STAFF", { group: "MEANS" }), row("BENEFIT")],
  parameters: {
    divisor: 2,
    cap: 10,
    perInnovation: "0.38",
    maximum: 50,
    affairs: null,
    categories: [
      { code: "HIGH", names: names("High"), from: "20" },
      { code: "LOW", names: names("Low"), from: "0.01" },
    ],
  },
  eligibility: {
    window: { from: "2024-01-01", to: "2025-12-31", basis: "APPLIED_OR_DEVELOPED" },
    minDesignWords: 20,
    maxEntries: 2,
    uniqueTitles: true,
  },
  prizes: [{ code: "best", names: names("Best"), level: "REGENCY_CITY", places: 3, scope: { kind: "EVERYWHERE" } }],
};
