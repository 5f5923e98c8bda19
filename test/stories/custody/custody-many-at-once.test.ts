import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";

const BULK = `mutation ($input: BulkCustodyInput!) { bulkCustody(input: $input) { refusals { code field } dryRun done
  outcomes { id title recipients refusal { code values } } } }`;

type Outcome = {
  readonly id: string;
  readonly title: string | null;
  readonly recipients: readonly string[];
  readonly refusal: { readonly code: string } | null;
};
type Bulk = {
  readonly refusals: readonly { readonly code: string }[];
  readonly done: number | null;
  readonly outcomes: readonly Outcome[] | null;
};

describe("many entries are acted on at once", () => {
  let here: CustodyWorld;
  let entries: readonly string[];
  beforeAll(async () => {
    here = await createCustodyWorld();
    entries = [
      await here.entryIn("SUBMITTED", "Satu"),
      await here.entryIn("SUBMITTED", "Dua"),
      await here.draft("Tiga"),
      await here.draft("Empat", "health"),
    ];
  });
  afterAll(() => here.stop());

  const bulk = async (who: Client, act: string, ids: readonly string[], more: object = {}): Promise<Bulk> => {
    const versions = await here.sql<{ id: string; version: number }>("select id, version from entry where id = any($1)", [ids]);
    const seen = ids.map((id) => ({ id, version: versions.find((one) => one.id === id)?.version ?? 1 }));
    return (await who.data<{ bulkCustody: Bulk }>(BULK, { input: { act, entries: seen, dryRun: false, ...more } })).bulkCustody;
  };
  const states = async () =>
    (await here.sql<{ state: string }>("select state from entry where id = any($1) order by array_position($1, id)", [entries])).map(
      ({ state }) => state,
    );
  const told = ({ outcomes }: Bulk) => (outcomes ?? []).map(({ title, refusal }) => [title, refusal?.code ?? null]);

  it("tells nobody of entries that are not theirs", async () => {
    expect(told(await bulk(here.people.muara, "ENDORSE", entries))).toEqual(entries.map(() => [null, "NOT_FOUND"]));
    expect(await here.world.visitor.refusal(BULK, { input: { act: "ENDORSE", entries: [], dryRun: true } })).toBe("UNAUTHENTICATED");
    expect(told(await bulk(here.people.sari, "ENDORSE", entries.slice(0, 1)))).toEqual([["Satu", "FORBIDDEN"]]);
  });

  it("says in a dry run what would happen, and does nothing", async () => {
    const before = await states();
    const dry = await bulk(here.people.hadi, "ENDORSE", entries, { dryRun: true });
    expect(dry.done).toBe(2);
    expect(told(dry)).toEqual([
      ["Satu", null],
      ["Dua", null],
      ["Tiga", "WRONG_STATE"],
      [null, "NOT_FOUND"],
    ]);
    expect(await states()).toEqual(before);
    expect(await here.sql("select from entry_event where act = 'endorse'")).toEqual([]);
  });

  it("does nothing at all when it is killed half way", async () => {
    const seen = await here.sql<{ id: string; version: number }>("select id, version from entry where state = 'SUBMITTED'");
    // Held up between the change of the entries and their history, where its connection is cut.
    const answer = await whileLocked(here, () => here.people.hadi.ask(BULK, { input: { act: "ENDORSE", dryRun: false, entries: seen } }));
    expect(answer.errors?.[0]?.extensions.faultId).toBeTruthy();
    expect(await states()).toEqual(["SUBMITTED", "SUBMITTED", "DRAFT", "DRAFT"]);
    expect(await here.sql("select from entry_event where act = 'endorse'")).toEqual([]);
  });

  it("does what can be done, and leaves out the rest", async () => {
    const done = await bulk(here.people.hadi, "ENDORSE", entries);
    expect(done.done).toBe(2);
    expect(await states()).toEqual(["ENDORSED", "ENDORSED", "DRAFT", "DRAFT"]);
    expect(told(await bulk(here.people.hadi, "ENDORSE", entries)).map(([, code]) => code)).toEqual([
      "WRONG_STATE",
      "WRONG_STATE",
      "WRONG_STATE",
      "NOT_FOUND",
    ]);
    expect(
      await here.sql("select from outbox_event where type = 'entry.stepped' and jsonb_array_length(payload->'steps') = 2"),
    ).toHaveLength(1);
  });

  it("needs a reason to return, and refuses more than it can bear", async () => {
    expect((await bulk(here.people.kartika, "RETURN", entries)).refusals[0]?.code).toBe("REASON_REQUIRED");
    const many = Array.from({ length: 5001 }, () => ({ id: entries[0], version: 1 }));
    expect(await here.people.kartika.refusal(BULK, { input: { act: "CHECK", entries: many, dryRun: true } })).toBe("TOO_LONG");
    const returned = await bulk(here.people.kartika, "RETURN", entries.slice(0, 1), { reason: "Nothing new in it" });
    expect(returned.done).toBe(1);
    expect(await states()).toEqual(["RETURNED", "ENDORSED", "DRAFT", "DRAFT"]);
    expect((await bulk(here.people.kartika, "CHECK", entries)).done).toBe(1);
  });

  it("reminds whoever holds an entry, once a day and never oneself", async () => {
    const dry = await bulk(here.people.kartika, "REMIND", entries, { dryRun: true });
    expect(dry.outcomes?.map(({ recipients }) => recipients)).toEqual([["Sari"], ["Vina"], ["Sari"], []]);
    expect(told(dry)[3]).toEqual(["Empat", "NOBODY_TO_REMIND"]);
    expect(await here.sql("select from entry_reminder")).toEqual([]);
    expect((await bulk(here.people.kartika, "REMIND", entries, { reason: "Please" })).done).toBe(3);
    expect(told(await bulk(here.people.kartika, "REMIND", entries)).map(([, code]) => code)).toEqual([
      "ALREADY_REMINDED",
      "ALREADY_REMINDED",
      "ALREADY_REMINDED",
      "NOBODY_TO_REMIND",
    ]);
    expect(await here.sql("select from letter where kind = 'ENTRIES_REMINDED'")).toHaveLength(2);
    expect(told(await bulk(here.people.sari, "REMIND", entries.slice(0, 1)))).toEqual([["Satu", "FORBIDDEN"]]);
  });
});

describe("all entries that match are acted on, on whatever page they are", () => {
  let here: CustodyWorld;
  let ids: readonly string[];
  beforeAll(async () => {
    here = await createCustodyWorld();
    ids = [await here.entryIn("SUBMITTED", "Satu"), await here.entryIn("SUBMITTED", "Dua"), await here.entryIn("ENDORSED", "Tiga")];
    await here.draft("Empat", "health");
  });
  afterAll(() => here.stop());

  type Matched = Bulk & { readonly asOf: string | null };
  const MATCH = BULK.replace("dryRun done", "dryRun done asOf");
  const match = async (who: Client, act: string, input: object): Promise<Matched> =>
    (await who.data<{ bulkCustody: Matched }>(MATCH, { input: { act, dryRun: false, ...input } })).bulkCustody;
  const titles = ({ outcomes }: Bulk) => (outcomes ?? []).map(({ title, refusal }) => [title, refusal?.code ?? null]);

  it("of which nobody learns but who sees them, nor how many they are", async () => {
    const everything = { matching: { roundId: here.roundId } };
    expect(await here.world.visitor.refusal(BULK, { input: { act: "ENDORSE", dryRun: true, ...everything } })).toBe("UNAUTHENTICATED");
    expect(await match(here.people.muara, "REMIND", everything)).toMatchObject({ done: 0, outcomes: [] });
    // a verifier sees what is handed in, and may endorse none of it
    const refused = await match(here.people.vina, "ENDORSE", { ...everything, dryRun: true });
    expect(titles(refused).map(([, code]) => code)).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
  });

  it("told either by name or by what they match", async () => {
    const refusal = (input: object) => here.people.hadi.refusal(BULK, { input: { act: "ENDORSE", dryRun: true, ...input } });
    expect(await refusal({})).toBe("REQUIRED");
    expect(await refusal({ entries: [], matching: {} })).toBe("INVALID_VALUE");
  });

  it("as they were when the dry run was looked at, and none that came later", async () => {
    const { hadi } = here.people;
    const matching = { roundId: here.roundId, holder: "HEAD" };
    const dry = await match(hadi, "ENDORSE", { matching, dryRun: true });
    expect(dry).toMatchObject({ done: 2, dryRun: true });
    expect(titles(dry)).toEqual([
      ["Satu", null],
      ["Dua", null],
    ]);
    here.world.clock.turnTo("2026-05-04T05:00:00Z");
    const late = await here.entryIn("SUBMITTED", "Lima");
    expect(await match(hadi, "ENDORSE", { matching: { ...matching, asOf: dry.asOf } })).toMatchObject({ done: 2 });
    const states = await here.sql<{ state: string }>("select state from entry where id = any($1)", [[...ids, late]]);
    expect(states.map(({ state }) => state).sort()).toEqual(["ENDORSED", "ENDORSED", "ENDORSED", "SUBMITTED"]);
    expect(await match(hadi, "ENDORSE", { matching: { mine: true } })).toMatchObject({ done: 1 });
  });
});

/** Does something that has to wait for the history of entries, and cuts its connection to the database there. */
async function whileLocked<T>(here: CustodyWorld, work: () => Promise<T>): Promise<T> {
  const locker = new pg.Client(here.world.database.ownerUrl);
  const killer = new pg.Client(here.world.database.appUrl);
  await Promise.all([locker.connect(), killer.connect()]);
  try {
    await locker.query("begin");
    await locker.query("lock table entry_event in access exclusive mode");
    const working = work();
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await killer.query(
        "select pg_terminate_backend(pid) from pg_locks where relation = 'entry_event'::regclass and not granted",
      );
      if (rowCount) return await working;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    throw new Error("Nothing waited for the history");
  } finally {
    await locker.query("rollback");
    await Promise.all([locker.end(), killer.end()]);
  }
}
