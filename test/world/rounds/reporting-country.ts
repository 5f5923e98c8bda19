import { randomUUID } from "node:crypto";
import pg from "pg";
import type { World } from "../world.ts";

/** Ids of a small country: one province, one district with two sectors, and three services that sectors deliver. */
export type ReportingCountry = {
  readonly country: string;
  readonly province: string;
  readonly district: string;
  readonly remera: string;
  readonly niboye: string;
  readonly services: { readonly birth: string; readonly land: string; readonly marriage: string };
};

const LEVELS = ["country", "province", "district", "sector"];

/** Writes the small country into a world, as its owner. */
export async function addReportingCountry(world: World): Promise<ReportingCountry> {
  const [country, province, district, remera, niboye] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const services = { birth: randomUUID(), land: randomUUID(), marriage: randomUUID() };
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  for (const [position, level] of LEVELS.entries())
    await client.query(
      `insert into area_level (country, code, position, names, key_system) values ('RW', $1, $2, $3, 'nisr') on conflict do nothing`,
      [level, position, { en: level }],
    );
  const areas: readonly (readonly [string, string, string, string, string | null, string])[] = [
    [country, "country", "RW", "Rwanda", null, "RW"],
    [province, "province", "1", "City of Kigali", country, "RW.1"],
    [district, "district", "11", "Kicukiro", province, "RW.1.11"],
    [remera, "sector", "1101", "Remera", district, "RW.1.11.1101"],
    [niboye, "sector", "1102", "Niboye", district, "RW.1.11.1102"],
  ];
  for (const area of areas)
    await client.query(`insert into jurisdiction (id, country, level, code, name, parent_id, path) values ($1, 'RW', $2, $3, $4, $5, $6)`, [
      ...area,
    ]);
  const texts: readonly (readonly [string, string, object])[] = [
    [services.birth, "BIRTH", { en: "Birth certificate", rw: "Icyemezo cy'amavuko", id: "Akta kelahiran" }],
    [services.land, "LAND", { en: "Land transfer", rw: "Ihererekanya ry'ubutaka", id: "Peralihan tanah" }],
    [services.marriage, "MARRIAGE", { en: "Marriage certificate", rw: "Icyemezo cyo gushyingirwa", id: "Akta perkawinan" }],
  ];
  for (const text of texts)
    await client.query(`insert into service (id, country, code, names, delivered_at) values ($1, 'RW', $2, $3, 'sector')`, [...text]);
  await client.end();
  return { country, province, district, remera, niboye, services };
}

/** Six figures that agree with each other. */
export const GOOD_FIGURES = {
  carriedOver: "7",
  received: "48",
  processed: "46",
  processedInTime: "36",
  processingHours: "387.5",
  selfApplications: "28",
};

/** Changes from empty cells to these figures. */
export function typed(figures: Readonly<Record<string, string>>): Record<string, { from: null; to: string }> {
  return Object.fromEntries(Object.entries(figures).map(([field, to]) => [field, { from: null, to }]));
}
