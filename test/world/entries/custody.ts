import { randomUUID } from "node:crypto";
import type { Grant } from "@isonga/server/kernel/actor";
import { atomically } from "@isonga/server/kernel/atomically";
import { actingAs } from "@isonga/server/kernel/context";
import pg from "pg";
import type { Client } from "../client.ts";
import { createWorld, type World, type WorldOptions } from "../world.ts";
import { addInnovationCountry, type InnovationCountry, openInnovationRound } from "./innovation-round.ts";

/** A round under way with a person in every part of custody, and one who has none. */
export type CustodyWorld = {
  readonly world: World;
  readonly country: InnovationCountry;
  readonly roundId: string;
  readonly people: Readonly<Record<Persona, Client>>;
  readonly admin: Client;
  /** A draft with everything it needs to be handed in, written by Sari of the registry. */
  draft(title: string, office?: "registry" | "health"): Promise<string>;
  /** An entry in this state, moved there by the people whose part it is. */
  entryIn(state: "SUBMITTED" | "ENDORSED" | "CHECKED" | "RETURNED", title: string): Promise<string>;
  /** A step as somebody takes it, with the version as it is now; answers the first refusal's code, or null. */
  step(who: Client, act: StepName, id: string, more?: object): Promise<string | null>;
  idOf(name: string): Promise<string>;
  sql<Row extends object>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
};

export type Persona = "sari" | "hadi" | "kartika" | "vina" | "muara";
export type StepName = "submit" | "endorse" | "check" | "return" | "exclude" | "withdraw" | "resume";

const INPUTS = { return: "ReturnEntryInput", exclude: "ExcludeEntryInput", withdraw: "WithdrawEntryInput" } as const;

/** The mutation of a step. */
export function stepDocument(act: StepName): string {
  const type = act in INPUTS ? INPUTS[act as keyof typeof INPUTS] : "StepEntryInput";
  return `mutation ($input: ${type}!, $key: ID) { ${act}Entry(input: $input, idempotencyKey: $key) { refusals { code field values }
    custody { state holder version inGrace acts } entry { id state version } } }`;
}

export async function createCustodyWorld(
  options: WorldOptions = {},
  change: (round: object) => object = () => ({}),
): Promise<CustodyWorld> {
  const world = await createWorld({ now: "2026-05-04T02:00:00Z", ...options });
  const country = await addInnovationCountry(world);
  const admin = await world.person("Ada", [{ role: "ADMINISTRATOR" }]);
  const roundId = await openInnovationRound(admin, "iga-2026", change);
  const people = {
    sari: await world.person("Sari", [{ role: "STAFF", agencyId: country.registry }], "id"),
    hadi: await world.person("Hadi", [{ role: "HEAD", agencyId: country.registry }], "rw"),
    kartika: await world.person("Kartika", [{ role: "COORDINATOR", jurisdictionId: country.ogan }], "en"),
    vina: await world.person("Vina", [{ role: "VERIFIER", roundId }], "en"),
    muara: await world.person("Muara", [{ role: "COORDINATOR", jurisdictionId: country.muara }], "id"),
  };
  const sql = async <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    const client = new pg.Client(world.database.ownerUrl);
    await client.connect();
    try {
      return (await client.query<Row & pg.QueryResultRow>(statement, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const idOf = async (name: string) => (await sql<{ id: string }>("select id from person where name = $1", [name]))[0]?.id ?? "";
  const draft = async (title: string, office: "registry" | "health" = "registry"): Promise<string> => {
    const agencyId = country[office];
    const [instrument] = await sql<{ id: string }>("select id from instrument where round_id = $1", [roundId]);
    const grants: readonly Grant[] = [];
    // The app was loaded before: its classes need what it loads first.
    const { writeEntry } = await import("@isonga/server/innovations/beginning/write-entry");
    const ctx = actingAs(world.app.operatorContext(), { id: await idOf("Sari"), kind: "PERSON", name: "Sari", grants });
    const entry = {
      kind: "INNOVATION" as const,
      roundId,
      instrumentId: instrument?.id ?? "",
      jurisdictionId: country.ogan,
      agencyId,
      innovationId: null,
      title,
      language: "id" as const,
      answers: ANSWERS,
      claims: [{ indicator: "REGULATION", level: 2 }],
    };
    const id = await atomically(ctx, { verb: "test" }, () => writeEntry(ctx, entry));
    await sql(
      `insert into evidence (id, entry_id, indicator, kind, name, neutral_name, url, scan, added_at)
      values ($1, $2, 'REGULATION', 'LINK', 'Regulation', 'evidence-1', 'https://example.org/regulation', 'NOT_SCANNED', $3)`,
      [randomUUID(), id, world.clock.now()],
    );
    return id;
  };
  const step = async (who: Client, act: StepName, id: string, more: object = {}): Promise<string | null> => {
    const [entry] = await sql<{ version: number }>("select version from entry where id = $1", [id]);
    return who.refusal(stepDocument(act), { input: { id, version: entry?.version ?? 1, ...more } });
  };
  const path = { SUBMITTED: 1, ENDORSED: 2, CHECKED: 3, RETURNED: 1 } as const;
  return {
    world,
    country,
    roundId,
    people,
    admin,
    draft,
    step,
    idOf,
    sql,
    async entryIn(state, title) {
      const id = await draft(title);
      const acts = (["submit", "endorse", "check"] as const).slice(0, path[state]);
      const doers = [people.sari, people.hadi, people.kartika];
      for (const [index, act] of acts.entries()) {
        const refused = await step(doers[index] ?? people.sari, act, id);
        if (refused) throw new Error(`${act} was refused: ${refused}`);
      }
      if (state === "RETURNED") await step(people.hadi, "return", id, { reason: "Look again" });
      return id;
    },
    stop: () => world.stop(),
  };
}

const words = (count: number) => Array.from({ length: count }, (_none, index) => `kata${index}`).join(" ");

/** Answers that leave nothing to ask. */
const ANSWERS = {
  digital: true,
  form: "PUBLIC_SERVICE",
  stage: "APPLIED",
  initiator: "AGENCY",
  affairs: ["REGISTRY"],
  trialOn: "2024-02-01",
  appliedOn: "2024-06-01",
  developed: false,
  design: words(320),
  aim: words(40),
  benefit: words(40),
  result: words(40),
};
