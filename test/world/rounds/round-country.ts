import { randomUUID } from "node:crypto";
import { atomically } from "@isonga/server/kernel/atomically";
import { ensureCountries } from "@isonga/server/places/ensure-countries";
import pg from "pg";
import type { World } from "../world.ts";

/** Ids of Rwanda with one province, a district and a sector, and the codes of two services. */
export type RoundCountry = { readonly rwanda: string; readonly province: string; readonly district: string; readonly sector: string };

/** Writes them into a world. */
export async function addRoundCountry(world: World): Promise<RoundCountry> {
  const ctx = world.app.operatorContext();
  await atomically(ctx, { verb: "test" }, () => ensureCountries(ctx));
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from jurisdiction where code = 'RW'");
  const rwanda = rows[0]?.id ?? "";
  const [province, district, sector] = [randomUUID(), randomUUID(), randomUUID()];
  const areas: readonly (readonly [string, string, string, string, string, string])[] = [
    [province, "PROVINCE", "1", "City of Kigali", rwanda, "RW.1"],
    [district, "DISTRICT", "12", "Kicukiro", province, "RW.1.12"],
    [sector, "SECTOR", "1208", "Niboye", district, "RW.1.12.1208"],
  ];
  for (const area of areas)
    await client.query(`insert into jurisdiction (id, country, level, code, name, parent_id, path) values ($1, 'RW', $2, $3, $4, $5, $6)`, [
      ...area,
    ]);
  for (const code of ["BIRTH", "LAND"])
    await client.query(`insert into service (id, country, code, names, delivered_at) values ($1, 'RW', $2, $3, 'SECTOR')`, [
      randomUUID(),
      code,
      { en: code, rw: code, id: code },
    ]);
  await client.end();
  return { rwanda, province, district, sector };
}

const names = (word: string) => ({ en: `${word} (en)`, rw: `${word} (rw)`, id: `${word} (id)` });

/** A round file over that country. `change` may put anything into it. */
export function roundFile(change: (round: Record<string, unknown>) => object = () => ({})): string {
  const round = {
    code: "awards-2026",
    names: names("Awards 2026"),
    place: { country: "RW", code: "RW" },
    timeZone: "Africa/Kigali",
    stages: [
      {
        code: "reporting",
        kind: "REPORTING",
        names: names("Reports"),
        startsAt: "2026-01-01T00:00:00+02:00",
        endsAt: "2026-11-10T18:00:00+02:00",
      },
      {
        code: "results",
        kind: "PUBLICATION",
        names: names("Results"),
        startsAt: "2026-11-25T09:00:00+02:00",
        endsAt: "2026-12-25T09:00:00+02:00",
      },
    ],
    instrument: INSTRUMENT,
  };
  const programme = { code: "awards", country: "RW", names: names("Awards") };
  return JSON.stringify({ formatVersion: 1, programme, round: { ...round, ...change(round) } });
}

/** An instrument with every kind of part. */
export const INSTRUMENT = {
  kind: "SERVICE_PERFORMANCE",
  window: { from: "2026-01", to: "2026-10" },
  services: ["BIRTH", "LAND"],
  reportingLevel: "SECTOR",
  levels: ["DISTRICT", "SECTOR"],
  metrics: [
    { metric: "PROCESSING_RATE", weight: 40, normalise: { method: "MIN_MAX" }, shrinkage: "2.5" },
    { metric: "MEAN_HOURS", weight: 20, normalise: { method: "TARGET", floor: 72, target: 24 } },
    { metric: "SELF_APPLICATIONS", weight: 30, normalise: { method: "PERCENT_RANK" } },
  ],
  weightsNote: names("Agreed by the committee"),
  minVolume: 100,
  minCompleteness: "0.9",
  tieBreaks: [{ rule: "HIGHER_METRIC", metric: "MEAN_HOURS" }, { rule: "LARGER_VOLUME" }, { rule: "CHAIR_DECISION" }],
  prizes: [
    { code: "best-districts", names: names("Best districts"), level: "DISTRICT", places: 3, scope: { kind: "EVERYWHERE" } },
    { code: "best-sectors", names: names("Best sectors"), level: "SECTOR", places: 1, scope: { kind: "WITHIN_EACH", level: "PROVINCE" } },
  ],
  recognitionRoles: [{ code: "executive-secretary", names: names("Executive Secretary") }],
};
