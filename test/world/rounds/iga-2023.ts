import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { sharedData } from "../shared-data.ts";

/** The innovation award of 2023 of one province in a database: ids by code. */
export type Iga2023 = {
  readonly roundId: string;
  readonly programmeId: string;
  area(code: string): string;
  /** Id of an office by its region's code and its name. */
  office(region: string, name: string): string;
};

export type Iga2023Options = {
  /** State of the round; DECIDING unless told. */
  readonly state?: "OPEN" | "DECIDING" | "PUBLISHED";
  /** Changes to the shipped instrument of 2023. */
  readonly instrument?: object;
};

/** Code of the round. */
export const IGA_2023 = "iga-2023";

const PROVINCE = "16";

/**
 * South Sumatra with its 17 regions, the synthetic innovations and regional rows of 2023 as verified entries, and a round over them with
 * the shipped instrument: by plain SQL, in a second.
 */
export async function loadIga2023(ownerUrl: string, options: Iga2023Options = {}): Promise<Iga2023> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("begin");
    const areas = await insertAreas(client);
    const instrument = { ...shippedInstrument(), ...options.instrument } as Instrument;
    const round = await insertRound(client, { areas, instrument, state: options.state ?? "DECIDING" });
    const offices = await insertEntries(client, { areas, instrument, ...round });
    await client.query("commit");
    await client.query("analyze entry, entry_claim, innovation");
    return { ...round, area: (code) => idOf(areas, code), office: (region, name) => idOf(offices, `${region} ${name}`) };
  } finally {
    await client.end();
  }
}

/** Code of the edition before. */
export const IGA_2022 = "iga-2022";

/**
 * The edition before, deciding: the same regions a year earlier with innovations one level lower wherever they have one, so that every region
 * has moved since. Answers its id.
 */
export async function addEditionBefore(ownerUrl: string, { roundId }: Pick<Iga2023, "roundId">): Promise<string> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const before = randomUUID();
  try {
    await client.query("begin");
    await client.query(
      "create temporary table renewed on commit drop as select id as was, gen_random_uuid() as id from entry where round_id = $1",
      [roundId],
    );
    for (const statement of EDITION_BEFORE)
      await client.query(statement, statement.includes("$3") ? [before, roundId, IGA_2022] : [before, roundId]);
    await client.query("commit");
    return before;
  } finally {
    await client.end();
  }
}

const EDITION_BEFORE = [
  `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state, illustrative, opened_at)
   select $1, programme_id, $3, replace(names::text, '2023', '2022')::jsonb, jurisdiction_id, time_zone, 'DECIDING', illustrative, opened_at from round where id = $2`,
  `insert into stage (id, round_id, code, kind, position, names, starts_at, ends_at)
   select gen_random_uuid(), $1, code, kind, position, names, starts_at - interval '1 year', ends_at - interval '1 year' from stage where round_id = $2`,
  `insert into instrument (id, round_id, number, kind, definition, frozen_at)
   select gen_random_uuid(), $1, number, kind, definition, frozen_at from instrument where round_id = $2`,
  `insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, instrument_id, title, language, state, held_since, submitted_at)
   select n.id, $1, e.kind, e.jurisdiction_id, e.agency_id, e.innovation_id, (select id from instrument where round_id = $1), e.title, e.language,
     e.state, e.held_since, e.submitted_at from entry e join renewed n on n.was = e.id where e.round_id = $2`,
  `insert into entry_claim (id, entry_id, indicator, claimed, verified, changed_at)
   select gen_random_uuid(), n.id, c.indicator, greatest(c.claimed - 1, 0), greatest(c.verified - 1, 0), c.changed_at
   from entry_claim c join renewed n on n.was = c.entry_id where $1::uuid is distinct from $2::uuid`,
];

type Ids = ReadonlyMap<string, string>;
type Instrument = { readonly regional: readonly { readonly code: string }[]; readonly innovation: readonly { readonly code: string }[] };

function shippedInstrument(): object {
  return JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../../../server/src/programmes/instruments/iid-2023.json"), "utf8"),
  ) as object;
}

async function insertAreas(client: pg.Client): Promise<Ids> {
  const { regions } = JSON.parse(sharedData("id_iga_2023_expected.json")) as { regions: Record<string, { name: string }> };
  const rows = [
    { code: "ID", level: "COUNTRY", name: "Indonesia", parent: null, path: "ID" },
    { code: PROVINCE, level: "PROVINCE", name: "Sumatera Selatan", parent: "ID", path: `ID.${PROVINCE}` },
    ...Object.entries(regions).map(([code, { name }]) => {
      const path = `ID.${PROVINCE}.${code.replace(".", "_")}`;
      return { code, level: "REGENCY_CITY", name, parent: PROVINCE, path };
    }),
  ].map((area) => ({ ...area, id: randomUUID() }));
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  await client.query(
    `insert into area_level (country, code, position, names, key_system)
     select 'ID', code, ord - 1, jsonb_build_object('en', initcap(code), 'rw', initcap(code), 'id', initcap(code)), 'kemendagri'
     from unnest($1::text[]) with ordinality l (code, ord) on conflict do nothing`,
    [["COUNTRY", "PROVINCE", "REGENCY_CITY"]],
  );
  await client.query(
    `insert into jurisdiction (id, country, level, code, name, parent_id, path)
     select id, 'ID', level, code, name, parent_id, path::ltree from jsonb_to_recordset($1::jsonb)
       as a (id uuid, level text, code text, name text, parent_id uuid, path text)`,
    [JSON.stringify(rows.map((row) => ({ ...row, parent_id: row.parent === null ? null : idOf(ids, row.parent) })))],
  );
  return ids;
}

type RoundParts = { readonly areas: Ids; readonly instrument: Instrument; readonly state: string };

async function insertRound(client: pg.Client, { areas, instrument, state }: RoundParts) {
  const [programmeId, roundId, instrumentId] = [randomUUID(), randomUUID(), randomUUID()];
  const names = (text: string) => JSON.stringify({ en: text, rw: text, id: text });
  await client.query("insert into programme (id, code, country, names) values ($1, 'iga', 'ID', $2)", [
    programmeId,
    names("Innovative Government Award"),
  ]);
  await client.query(
    `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state, illustrative, opened_at)
     values ($1, $2, $3, $4, $5, 'Asia/Jakarta', $6, true, now())`,
    [roundId, programmeId, IGA_2023, names("Innovative Government Award 2023"), idOf(areas, PROVINCE), state],
  );
  await client.query(
    `insert into stage (id, round_id, code, kind, position, names, starts_at, ends_at) values
       (gen_random_uuid(), $1, 'submission', 'SUBMISSION', 1, $2, '2023-05-01T00:00:00+07:00', '2023-09-01T00:00:00+07:00'),
       (gen_random_uuid(), $1, 'publication', 'PUBLICATION', 2, $2, '2023-12-01T00:00:00+07:00', '2023-12-31T00:00:00+07:00')`,
    [roundId, names("Stage")],
  );
  await client.query(
    "insert into instrument (id, round_id, number, kind, definition, frozen_at) values ($1, $2, 1, 'INNOVATION_INDEX', $3, now())",
    [instrumentId, roundId, JSON.stringify(instrument)],
  );
  return { programmeId, roundId, instrumentId };
}

type EntryParts = Pick<RoundParts, "areas" | "instrument"> & { readonly roundId: string; readonly instrumentId: string };

async function insertEntries(client: pg.Client, { areas, instrument, roundId, instrumentId }: EntryParts): Promise<Ids> {
  const innovations = csv("id_iga_2023_innovations.csv");
  const offices = new Map<string, string>();
  for (const { region = "", agency = "" } of innovations)
    offices.set(`${region} ${agency}`, offices.get(`${region} ${agency}`) ?? randomUUID());
  await client.query(
    `insert into agency (id, jurisdiction_id, code, name) select id, j, code, name
     from jsonb_to_recordset($1::jsonb) as a (id uuid, j uuid, code text, name text)`,
    [
      JSON.stringify(
        [...offices].map(([key, id]) => {
          const [region = "", ...name] = key.split(" ");
          return { id, j: idOf(areas, region), code: name.join("-"), name: name.join(" ") };
        }),
      ),
    ],
  );
  const entries = [
    ...innovations.map((row) => ({
      id: randomUUID(),
      innovation: randomUUID(),
      place: idOf(areas, row["region"] ?? ""),
      agency: idOf(offices, `${row["region"]} ${row["agency"]}`),
      title: row["innovation"],
      affairs: [row["affair"]],
      claimed: row["claimed"],
      verified: row["verified"],
    })),
    ...csv("id_iga_2023_regional.csv").map(({ region = "", levels }) => ({
      id: randomUUID(),
      place: idOf(areas, region),
      title: region,
      claimed: levels,
      verified: levels,
    })),
  ];
  await client.query(INSERT_ENTRIES, [
    JSON.stringify(entries),
    roundId,
    instrumentId,
    instrument.regional.map(({ code }) => code),
    instrument.innovation.map(({ code }) => code),
  ]);
  return offices;
}

const INSERT_ENTRIES = `with row as materialized (select * from jsonb_to_recordset($1::jsonb)
    as r (id uuid, innovation uuid, place uuid, agency uuid, title text, affairs text[], claimed text, verified text)),
  innovation as (insert into innovation (id, jurisdiction_id, agency_id, title, language, affairs)
    select innovation, place, agency, title, 'id', affairs from row where innovation is not null returning id),
  entry as (insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, instrument_id, title, language, state, held_since, submitted_at)
    select id, $2, case when innovation is null then 'REGIONAL' else 'INNOVATION' end, place, agency, innovation, $3, title, 'id', 'VERIFIED',
      now(), now() from row returning id)
  insert into entry_claim (id, entry_id, indicator, claimed, verified, changed_at)
  select gen_random_uuid(), row.id, c.code, substr(row.claimed, c.at::int, 1)::int, substr(row.verified, c.at::int, 1)::int, now()
  from row cross join lateral unnest(case when row.innovation is null then $4::text[] else $5::text[] end) with ordinality c (code, at)`;

function csv(name: string): Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = sharedData(name).trimEnd().split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [columns[index] ?? "", value])));
}

function idOf(ids: Ids, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`${code} is nothing in the shared data`);
  return id;
}
