import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addRoundCountry } from "../../world/rounds/round-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const CREATE = `mutation ($input: CreateProgrammeInput!, $key: ID) {
  createProgramme(input: $input, idempotencyKey: $key) { programme { id code version } refusals { code field } }
}`;
const UPDATE = `mutation ($input: UpdateProgrammeInput!) {
  updateProgramme(input: $input) { programme { version } refusals { code field } }
}`;
const names = (word: string) => ({ en: word, rw: word, id: word });
const programme = (code: string) => ({ code, country: "RW", names: names(code) });

type Created = {
  readonly createProgramme: {
    readonly programme: { readonly id: string; readonly version: number } | null;
    readonly refusals: readonly { readonly code: string }[];
  };
};

describe("an act is done once, whole, and on record", () => {
  let world: World;
  let admin: Client;
  let database: pg.Client;
  beforeAll(async () => {
    world = await createWorld();
    await addRoundCountry(world);
    admin = await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
    database = new pg.Client(world.database.ownerUrl);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await world.stop();
  });

  const count = async (table: string, where = "true") =>
    Number((await database.query(`select count(*) from ${table} where ${where}`)).rows[0].count);

  it("is refused to the public and to people without the role, and leaves nothing behind", async () => {
    const judge = await world.person("Jules", [{ role: "JUDGE" }]);
    expect(await world.visitor.refusal(CREATE, { input: programme("nobody") })).toBe("UNAUTHENTICATED");
    expect(await judge.refusal(CREATE, { input: programme("nobody"), key: randomUUID() })).toBe("FORBIDDEN");
    expect(await count("programme", "code = 'nobody'")).toBe(0);
    expect(await count("idempotency_key")).toBe(0);
  });

  it("rolls everything back when it is refused, the key too", async () => {
    const key = randomUUID();
    await admin.data(CREATE, { input: programme("first"), key: randomUUID() });
    const before = await count("audit_event");
    expect(await admin.refusal(CREATE, { input: programme("first"), key })).toBe("ALREADY_EXISTS");
    expect(await count("audit_event")).toBe(before);
    expect(await count("idempotency_key", `key = '${key}'`)).toBe(0);
  });

  it("gives a repeat the first answer and does nothing twice", async () => {
    const variables = { input: programme("repeated"), key: randomUUID() };
    const first = await admin.data<Created>(CREATE, variables);
    const events = await count("audit_event");
    expect(await admin.data<Created>(CREATE, variables)).toEqual(first);
    expect(await count("programme", "code = 'repeated'")).toBe(1);
    expect(await count("audit_event")).toBe(events);
  });

  it("gives two at once the same answer", async () => {
    const variables = { input: programme("twice"), key: randomUUID() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.data<Created>(CREATE, variables)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count("programme", "code = 'twice'")).toBe(1);
  });

  it("refuses the key for another act, and does not share keys between people", async () => {
    const key = randomUUID();
    await admin.data(CREATE, { input: programme("mine"), key });
    expect(await admin.refusal(CREATE, { input: programme("other"), key })).toBe("IDEMPOTENCY_KEY_REUSED");
    const second = await world.person("Berthe", [{ role: "ADMINISTRATOR" }]);
    expect(await second.refusal(CREATE, { input: programme("hers"), key })).toBeNull();
  });

  it("lets one of two writers win and tells the other", async () => {
    const { createProgramme } = await admin.data<Created>(CREATE, { input: programme("edited") });
    const { id = "", version = 0 } = createProgramme.programme ?? {};
    const change = (word: string) => ({ input: { id, version, names: names(word) } });
    const codes = await Promise.all([admin.refusal(UPDATE, change("one")), admin.refusal(UPDATE, change("two"))]);
    expect(codes.toSorted()).toEqual([null, "STALE_VERSION"].toSorted());
  });

  it("says who did what, when, before and after", async () => {
    const { createProgramme } = await admin.data<Created>(CREATE, { input: programme("recorded") });
    const { id = "", version = 0 } = createProgramme.programme ?? {};
    await admin.data(UPDATE, { input: { id, version, names: names("renamed") } });
    const { rows } = await database.query(
      `select verb, p.name as actor, request_id, before -> 'names' ->> 'en' as before, after -> 'names' ->> 'en' as after
       from audit_event join person p on p.id = actor_id where subject_id = $1 order by audit_event.id`,
      [id],
    );
    expect(rows.map(({ request_id: _, ...row }) => row)).toEqual([
      { verb: "createProgramme", actor: "Aline", before: null, after: "recorded" },
      { verb: "updateProgramme", actor: "Aline", before: "recorded", after: "renamed" },
    ]);
    expect(rows[0].request_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("cannot be struck from the record, not even by the owner of the tables", async () => {
    await expect(database.query("delete from audit_event")).rejects.toThrow(/never changed/);
    await expect(database.query("truncate audit_event")).rejects.toThrow(/never changed/);
    const app = new pg.Client(world.database.appUrl);
    await app.connect();
    await expect(app.query("update audit_event set verb = 'nothing'")).rejects.toThrow(/permission denied/);
    await app.end();
  });
});
