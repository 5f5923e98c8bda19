import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RunningApp } from "@isonga/server/app";
import { publishNow } from "@isonga/server/results/publications/publish-now";
import pg from "pg";
import { mulberry32 } from "./chance.ts";

export const ROUND = "bench-2022";
export const SERVICES = [
  "birth",
  "death",
  "marriage",
  "divorce",
  "land",
  "identity",
  "residence",
  "guardianship",
  "recognition",
  "celibacy",
  "business",
];
const MONTHS = Array.from({ length: 12 }, (_, index) => (index < 2 ? `2021-${11 + index}` : `2022-${String(index - 1).padStart(2, "0")}`));
const PROVINCES = [3, 8, 7, 7, 5];
const SECTORS = 416;

/** A country of 416 sectors in 30 districts in 5 provinces with 11 services: shapes and numbers of Rwanda, names of nobody. */
export async function makeCountry(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const areas = areasOf();
  await client.query(
    `insert into area_level (country, code, position, names, key_system)
     select 'RW', code, ord - 1, jsonb_build_object('en', initcap(code), 'rw', initcap(code), 'id', initcap(code)), 'nisr'
     from unnest($1::text[]) with ordinality l (code, ord) on conflict do nothing`,
    [["COUNTRY", "PROVINCE", "DISTRICT", "SECTOR"]],
  );
  await client.query(
    `with a as (select gen_random_uuid() as id, * from jsonb_to_recordset($1) as a (code text, level text, name text, parent text, path text))
     insert into jurisdiction (id, country, level, code, name, names, parent_id, path, population)
     select a.id, 'RW', a.level, a.code, a.name, jsonb_build_object('rw', a.name, 'id', a.name), p.id, a.path::ltree, 10000
     from a left join a p on p.code = a.parent order by nlevel(a.path::ltree)`,
    [JSON.stringify(areas)],
  );
  await client.query(
    `insert into service (id, country, code, names, delivered_at)
     select gen_random_uuid(), 'RW', code, jsonb_build_object('en', code, 'rw', code, 'id', code), 'SECTOR' from unnest($1::text[]) code`,
    [SERVICES],
  );
  await client.query("analyze jurisdiction, service");
  await client.end();
}

/** A file of its monthly reports, the same at every run: 54,912 rows. */
export function reportsCsv(): string {
  const chance = mulberry32(2022);
  const rows = ["jurisdiction,service,month,carriedOver,received,processed,processedInTime,processingHours,selfApplications"];
  for (const { code, level } of areasOf()) {
    if (level !== "SECTOR") continue;
    const skill = 0.6 + chance() * 0.38;
    for (const service of SERVICES)
      for (const month of MONTHS) {
        const received = 10 + Math.floor(chance() * 60);
        const carried = Math.floor(chance() * 5);
        const processed = Math.min(carried + received, Math.round((carried + received) * (skill + (chance() - 0.5) / 10)));
        const inTime = Math.floor(processed * (0.7 + chance() * 0.3));
        const hours = processed === 0 ? 0 : Math.round(processed * (4 + chance() * 40) * 10) / 10;
        rows.push([code, service, month, carried, received, processed, inTime, hours, Math.floor(received * chance())].join(","));
      }
  }
  return `${rows.join("\n")}\n`;
}

/** A round over those reports with the shipped instrument, published. */
export async function publishRoundOf(app: RunningApp, ownerUrl: string): Promise<void> {
  const file = resolve(import.meta.dirname, "../../server/src/programmes/service-performance-default.json");
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("update monthly_report set state = 'APPROVED'");
  const names = { en: "Awards", rw: "Ibihembo", id: "Penghargaan" };
  await client.query(
    `with p as (insert into programme (id, code, country, names) values (gen_random_uuid(), 'bench', 'RW', $1) returning id),
       r as (insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state, illustrative, opened_at)
         select gen_random_uuid(), p.id, $2, $1, j.id, 'Africa/Kigali', 'DECIDING', true, now() from p, jurisdiction j where j.code = 'RW' returning id)
     insert into instrument (id, round_id, number, kind, definition, frozen_at)
     select gen_random_uuid(), r.id, 1, 'SERVICE_PERFORMANCE', $3, now() from r`,
    [JSON.stringify(names), ROUND, JSON.parse(readFileSync(file, "utf8"))],
  );
  await client.query("analyze");
  await publishNow(app.operatorContext("bench"), { round: ROUND, acceptProposals: true });
  await client.query("vacuum analyze");
  await client.end();
}

type Area = { readonly code: string; readonly level: string; readonly name: string; readonly parent: string | null; readonly path: string };

function areasOf(): readonly Area[] {
  const areas: Area[] = [{ code: "RW", level: "COUNTRY", name: "Country", parent: null, path: "RW" }];
  for (const [index, count] of PROVINCES.entries()) {
    const province = `${index + 1}`;
    areas.push({ code: province, level: "PROVINCE", name: `Province ${province}`, parent: "RW", path: `RW.${province}` });
    for (let at = 1; at <= count; at += 1) {
      const code = `${province}${at}`;
      areas.push({ code, level: "DISTRICT", name: `District ${code}`, parent: province, path: `RW.${province}.${code}` });
    }
  }
  const districts = areas.filter(({ level }) => level === "DISTRICT");
  for (let at = 0; at < SECTORS; at += 1) {
    const district = districts[at % districts.length];
    if (!district) break;
    const code = `${district.code}${String(Math.floor(at / districts.length) + 1).padStart(2, "0")}`;
    areas.push({ code, level: "SECTOR", name: `Sector ${code}`, parent: district.code, path: `${district.path}.${code}` });
  }
  return areas;
}
