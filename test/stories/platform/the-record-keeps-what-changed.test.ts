import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addRoundCountry } from "../../world/rounds/round-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const RECORD = `query ($filter: AuditEventFilter) { auditEvents(first: 100, filter: $filter) { nodes { subjectId before after } } }`;

type Row = Readonly<Record<string, unknown>>;
type Event = { readonly subjectId: string; readonly before: Row | null; readonly after: Row | null };

describe("the record keeps what changed, and tells rows as a whole", () => {
  let world: World;
  let admin: Client;
  let database: pg.Client;
  beforeAll(async () => {
    world = await createWorld();
    await addRoundCountry(world);
    admin = await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
    database = new pg.Client(world.database.ownerUrl);
    await database.connect();
    await database.query(
      `insert into programme (id, code, country, names) select gen_random_uuid(), 'p' || n, 'RW', jsonb_build_object('en', 'P' || n)
       from generate_series(1, 90) n`,
    );
  });
  afterAll(async () => {
    await database.end();
    await world.stop();
  });

  /** Runs the statement as an act of its own; answers what the record keeps of it and how many were changed. */
  const act = async (verb: string, statement: string): Promise<readonly { code: string; before: Row; after: Row }[]> => {
    await database.query("begin");
    await database.query("select set_config('isonga.verb', $1, true)", [verb]);
    await database.query(statement);
    await database.query("commit");
    return (
      await database.query(
        `select p.code, e.before, e.after from audit_event e join programme p on p.id = e.subject_id where e.verb = $1 order by p.code`,
        [verb],
      )
    ).rows;
  };
  const told = async (verb: string): Promise<readonly Event[]> =>
    (await admin.data<{ auditEvents: { nodes: readonly Event[] } }>(RECORD, { filter: { verb } })).auditEvents.nodes;

  it("refuses its reading to the public and to who is neither administrator nor auditor", async () => {
    expect(await world.visitor.refusal(RECORD)).toBe("UNAUTHENTICATED");
    expect(await (await world.person("Jules", [{ role: "JUDGE" }])).refusal(RECORD)).toBe("FORBIDDEN");
  });

  it("of few rows and of many alike: the changed columns of each row alone, nothing of rows that stay as they are", async () => {
    const change = `set names = case when code like '%1' then jsonb_build_object('en', 'One') else names end, version = version + 1`;
    const few = await act("few", `update programme ${change} where code in ('p1', 'p2')`);
    expect(few).toEqual([
      { code: "p1", before: { names: { en: "P1" }, version: 1 }, after: { names: { en: "One" }, version: 2 } },
      { code: "p2", before: { version: 1 }, after: { version: 2 } },
    ]);
    const many = await act("many", `update programme ${change} where code not in ('p1', 'p2')`);
    expect(many.length).toBe(88);
    expect(many.find(({ code }) => code === "p11")).toEqual({
      code: "p11",
      before: { names: { en: "P11" }, version: 1 },
      after: { names: { en: "One" }, version: 2 },
    });
    expect(many.find(({ code }) => code === "p12")).toEqual({ code: "p12", before: { version: 1 }, after: { version: 2 } });
    const some = await act("some", `update programme set version = case when code like 'p3%' then version + 1 else version end`);
    expect(some.length).toBe(11);
    expect(some[0]).toEqual({ code: "p3", before: { version: 2 }, after: { version: 3 } });
    expect(await act("none", "update programme set version = version")).toEqual([]);
  });

  it("tells whole rows, as they were then, whatever came after", async () => {
    const [id, row] = await wholeRow("p31");
    const [first] = (await told("many")).filter(({ subjectId }) => subjectId === id);
    expect(first?.before).toEqual({ ...row, names: { en: "P31" }, version: 1 });
    expect(first?.after).toEqual({ ...row, names: { en: "One" }, version: 2 });
    const [second] = (await told("some")).filter(({ subjectId }) => subjectId === id);
    expect(second).toEqual({ subjectId: id, before: first?.after, after: row });
    await act("gone", "delete from programme where code = 'p31'");
    expect(await told("gone")).toEqual([{ subjectId: id, before: row, after: null }]);
    expect((await told("some")).find(({ subjectId }) => subjectId === id)).toEqual(second);
  });

  it("tells what an earlier version recorded as whole rows as it stands, and what changed since on top of it", async () => {
    const [id, row] = await wholeRow("p40");
    const earlier = { ...row, names: { en: "Long ago" }, version: 7 };
    await database.query(
      `insert into audit_event (verb, subject_type, subject_id, before, after) values ('earlier', 'programme', $1, $2, $3)`,
      [id, { ...row, version: 6 }, earlier],
    );
    expect(await told("earlier")).toEqual([{ subjectId: id, before: { ...row, version: 6 }, after: earlier }]);
    await act("later", "update programme set version = 8 where code = 'p40'");
    expect(await told("later")).toEqual([
      { subjectId: id, before: { ...earlier, version: row["version"] }, after: { ...earlier, version: 8 } },
    ]);
  });

  const wholeRow = async (code: string): Promise<readonly [string, Row]> => {
    const { rows } = await database.query<{ id: string; row: Row }>("select p.id, to_jsonb(p) as row from programme p where code = $1", [
      code,
    ]);
    return [rows[0]?.id ?? "", rows[0]?.row ?? {}];
  };
});
