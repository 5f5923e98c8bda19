import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";

import { sharedData } from "../shared-data.ts";

/** The award of 2022 in a database: ids by code. */
export type Rwanda2022 = { readonly roundId: string; readonly programmeId: string; area(code: string): string };

export type Rwanda2022Options = {
  /** State of the round; DECIDING unless told. */
  readonly state?: string;
  /** Changes to the shipped default instrument. */
  readonly instrument?: object;
  /** Only reports of these sectors, for quick tests; all unless told. */
  readonly only?: (sector: string) => boolean;
};

/**
 * Rwanda's areas under the statistics office's codes, the synthetic reports of 2021-11 to 2022-10 (all approved), and a round over them
 * with the shipped instrument: by plain SQL, in a second or two.
 */
export async function loadRwanda2022(ownerUrl: string, options: Rwanda2022Options = {}): Promise<Rwanda2022> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("begin");
    const areas = await insertAreas(client);
    await insertReports(client, areas, options.only ?? (() => true));
    const round = await insertRound(client, areas, options);
    await client.query("commit");
    await client.query("analyze jurisdiction, monthly_report");
    return { ...round, area: (code) => idOf(areas, code) };
  } finally {
    await client.end();
  }
}

type Area = {
  readonly id: string;
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly parent: string | null;
  readonly path: string;
};

async function insertAreas(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const areas = new Map<string, Area>();
  const add = (area: Omit<Area, "id" | "path">, above: string) => {
    const path = above === "" ? area.code : `${above}.${area.code}`;
    if (!areas.has(area.code)) areas.set(area.code, { ...area, id: randomUUID(), path });
    return path;
  };
  const root = add({ code: "RW", level: "COUNTRY", name: "Rwanda", parent: null }, "");
  for (const row of csv("rw_sectors_clean.csv")) {
    const { province_nisr: p = "", province_en = "", district_nisr: d = "", district = "", sector_nisr: s = "", sector = "" } = row;
    const province = add({ code: p, level: "PROVINCE", name: province_en, parent: "RW" }, root);
    add({ code: s, level: "SECTOR", name: sector, parent: d }, add({ code: d, level: "DISTRICT", name: district, parent: p }, province));
  }
  const ids = new Map([...areas.values()].map(({ code, id }) => [code, id]));
  const levels = ["COUNTRY", "PROVINCE", "DISTRICT", "SECTOR"];
  await client.query(
    `insert into area_level (country, code, position, names, key_system)
     select 'RW', code, ord - 1, jsonb_build_object('en', initcap(code), 'rw', initcap(code), 'id', initcap(code)), 'nisr' from unnest($1::text[]) with ordinality l (code, ord)
     on conflict do nothing`,
    [levels],
  );
  const rows = [...areas.values()].map((area) => ({ ...area, parent_id: area.parent === null ? null : ids.get(area.parent) }));
  await client.query(
    `insert into jurisdiction (id, country, level, code, name, parent_id, path)
     select id, 'RW', level, code, name, parent_id, path::ltree from jsonb_to_recordset($1::jsonb)
       as a (id uuid, level text, code text, name text, parent_id uuid, path text)`,
    [JSON.stringify(rows)],
  );
  return ids;
}

async function insertReports(client: pg.Client, areas: ReadonlyMap<string, string>, only: (sector: string) => boolean): Promise<void> {
  const all = csv("rw_reports_2022.csv");
  const services = new Map([...new Set(all.map(({ service = "" }) => service))].map((code) => [code, randomUUID()]));
  await client.query(
    `insert into service (id, country, code, names, delivered_at)
     select id, 'RW', code, jsonb_build_object('en', code, 'rw', code, 'id', code), 'SECTOR' from unnest($1::uuid[], $2::text[]) s (id, code)`,
    [[...services.values()], [...services.keys()]],
  );
  const kept = all.filter(({ jurisdiction = "" }) => only(jurisdiction));
  const column = (name: string) => kept.map((row) => row[name]);
  await client.query(
    `insert into monthly_report (id, jurisdiction_id, service_id, month, carried_over, received, processed, processed_in_time,
       processing_hours, self_applications, state)
     select gen_random_uuid(), j, s, (m || '-01')::date, c, r, p, t, h, a, 'APPROVED'
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::numeric[], $9::int[]) x (j, s, m, c, r, p, t, h, a)`,
    [
      kept.map(({ jurisdiction = "" }) => idOf(areas, jurisdiction)),
      kept.map(({ service = "" }) => services.get(service)),
      ...["month", "carriedOver", "received", "processed", "processedInTime", "processingHours", "selfApplications"].map(column),
    ],
  );
}

async function insertRound(client: pg.Client, areas: ReadonlyMap<string, string>, options: Rwanda2022Options) {
  const file = resolve(import.meta.dirname, "../../../server/src/programmes/service-performance-default.json");
  const definition = { ...(JSON.parse(readFileSync(file, "utf8")) as object), ...options.instrument };
  const [programmeId, roundId] = [randomUUID(), randomUUID()];
  const names = (text: string) => JSON.stringify({ en: text, rw: text, id: text });
  await client.query("insert into programme (id, code, country, names) values ($1, 'service-awards', 'RW', $2)", [
    programmeId,
    names("Service awards"),
  ]);
  await client.query(
    `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state, illustrative, opened_at)
     values ($1, $2, 'service-awards-2022', $3, $4, 'Africa/Kigali', $5, true, now())`,
    [roundId, programmeId, names("Service awards 2022"), idOf(areas, "RW"), options.state ?? "DECIDING"],
  );
  await client.query(
    "insert into instrument (id, round_id, number, kind, definition, frozen_at) values ($1, $2, 1, 'SERVICE_PERFORMANCE', $3, now())",
    [randomUUID(), roundId, JSON.stringify(definition)],
  );
  return { roundId, programmeId };
}

function csv(name: string): Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = sharedData(name).trimEnd().split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [columns[index] ?? "", value])));
}

function idOf(areas: ReadonlyMap<string, string>, code: string): string {
  const id = areas.get(code);
  if (!id) throw new Error(`${code} is no area of the shared data`);
  return id;
}
