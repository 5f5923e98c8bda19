import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** Makes the offices that the plan's new rows name and nobody knows, each with a code made of its name, and puts their ids into the plan. */
export async function addAgencies(ctx: Context): Promise<void> {
  const { rows } = await sql<Unknown>`select r.jurisdiction_id as region, min(r.agency) as name from entry_row r
    where r.agency_id is null and r.action = 'NEW' group by r.jurisdiction_id, lower(r.agency) order by min(r.line)`.execute(ctx.db);
  if (rows.length === 0) return;
  const taken = await takenCodes(ctx, rows);
  const agencies = rows.map(({ region, name }) => ({ id: ctx.newId(), region, name, code: freeCode(name, taken, region) }));
  await sql`insert into agency (id, jurisdiction_id, code, name, created_at, updated_at)
    select id, region, code, name, ${ctx.now()}, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(agencies)}::jsonb) as a (id uuid, region uuid, code text, name text)`.execute(ctx.db);
  await sql`update entry_row r set agency_id = a.id
    from jsonb_to_recordset(${JSON.stringify(agencies)}::jsonb) as a (id uuid, region uuid, name text)
    where r.agency_id is null and r.jurisdiction_id = a.region and lower(r.agency) = lower(a.name)`.execute(ctx.db);
}

type Unknown = { readonly region: string; readonly name: string };

async function takenCodes(ctx: Context, offices: readonly Unknown[]): Promise<Set<string>> {
  const regions = [...new Set(offices.map(({ region }) => region))];
  const { rows } = await sql<{ region: string; code: string }>`select jurisdiction_id as region, code from agency
    where jurisdiction_id = any(${regions}::uuid[])`.execute(ctx.db);
  return new Set(rows.map(({ region, code }) => `${region} ${code}`));
}

/** "Dinas Kesehatan" → `DINAS-KESEHATAN`, with a number where the region has it already. */
function freeCode(name: string, taken: Set<string>, region: string): string {
  const plain = name
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_CODE);
  const base = plain === "" ? "OFFICE" : plain;
  let code = base;
  for (let number = 2; taken.has(`${region} ${code}`); number += 1) code = `${base}-${number}`;
  taken.add(`${region} ${code}`);
  return code;
}

const LONGEST_CODE = 32;
