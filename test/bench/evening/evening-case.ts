import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { RunningApp } from "@isonga/server/app";
import { DEMO_PASSWORD } from "@isonga/server/demo/accounts";
import pg from "pg";
import { type BusyJudge, CRITERIA, makeJury } from "./jury-of-two-hundred.ts";

/** How the evening went. Times in milliseconds. */
export type EveningResult = {
  readonly judges: number;
  /** Marks that were answered as saved, and those of them that the database does not have as they were answered. */
  readonly saved: number;
  /** The requests that carried them. */
  readonly saves: number;
  readonly lost: number;
  /** Marks that are there more than once, or were counted twice. */
  readonly twice: number;
  readonly seconds: number;
  /** Of the requests that were answered, but for those that met the server down. */
  readonly middle: number;
  readonly p95: number;
  readonly slowest: number;
  /** From the kill to the first answer of the new process. */
  readonly down: number;
  /** Marks that had to be sent again. */
  readonly again: number;
};

const JUDGES = 200;
/** Marks of a judge in ten minutes: an entry in about three, a mark every twenty seconds. */
const MARKS_EACH = 30;
/** Ten minutes' worth in one. */
const SPAN = 60_000;
/** Milliseconds until the next try, as the desk's outbox waits: spread by chance. */
const pauseAfter = (tries: number) => Math.min(10_000, 1_000 * 2 ** tries) * (0.5 + Math.random());

export type EveningParts = {
  readonly app: RunningApp;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly folder: string;
  readonly port: () => Promise<string>;
};

/**
 * Two hundred judges save marks against a server of its own process, which is killed in the middle (SIGKILL) and started again; whoever got no
 * answer sends the same act again with the same key, as the desk's queue does.
 */
export async function eveningCase(parts: EveningParts): Promise<EveningResult> {
  const judges = await makeJury(parts.app, parts.ownerUrl, JUDGES);
  const port = await parts.port();
  const url = `http://127.0.0.1:${port}`;
  let server = await startServer(parts, port);
  try {
    const cookies = await signAllIn(url, judges);
    const start = performance.now();
    const evening = judges.map((judge, index) => sitDown({ url, judge, cookie: cookies[index] ?? "", start }));
    await wait(SPAN / 2);
    const killed = performance.now();
    server.kill("SIGKILL");
    server = await startServer(parts, port);
    const down = performance.now() - killed;
    const acts = (await Promise.all(evening)).flat();
    const seconds = (performance.now() - start) / 1000;
    return { judges: judges.length, ...(await compared(parts.ownerUrl, acts)), ...timesOf(acts), seconds, down };
  } finally {
    server.kill("SIGTERM");
  }
}

type Mark = { readonly criterion: string; readonly value: string };
/** A save: the marks of one card that were due when it was sent. */
type Act = {
  readonly assignmentId: string;
  readonly marks: readonly Mark[];
  readonly milliseconds: number;
  readonly tries: number;
};

async function startServer({ appUrl, folder }: EveningParts, port: string): Promise<ChildProcess> {
  const server = resolve(import.meta.dirname, "../../../server");
  const code = `import { main } from "./src/main.ts"; await main({ step: () => undefined });`;
  const child = spawn(
    process.execPath,
    ["--import", "reflect-metadata", "--import", "./scripts/decorators.ts", "--input-type=module", "--eval", code],
    {
      cwd: server,
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        PORT: port,
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DATABASE_URL: appUrl,
        ISONGA_DATA: join(folder, "evening"),
        DEMO: "false",
        TRUST_PROXY: "1",
        LOG_LEVEL: "error",
      },
    },
  );
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return child;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await wait(20);
  }
}

/** A few at a time: a password takes long to check, and that is not what is measured. */
async function signAllIn(url: string, judges: readonly BusyJudge[]): Promise<readonly string[]> {
  const cookies: string[] = [];
  const waiting = judges.map((judge, index) => ({ judge, index }));
  const signIn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const response = await fetch(`${url}/auth/sign-in/email`, {
        method: "POST",
        // Each judge sits at home: tries are limited by address.
        headers: { "content-type": "application/json", origin: url, "x-forwarded-for": `10.0.${next.index >> 8}.${next.index & 255}` },
        body: JSON.stringify({ email: next.judge.email, password: DEMO_PASSWORD }),
      });
      if (!response.ok) throw new Error(`${next.judge.email} was not let in: ${response.status} ${await response.text()}`);
      cookies[next.index] = response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; ");
    }
  };
  await Promise.all([signIn(), signIn(), signIn(), signIn()]);
  return cookies;
}

type Sitting = { readonly url: string; readonly judge: BusyJudge; readonly cookie: string; readonly start: number };

/**
 * A judge's ten minutes in one: a mark at a time, each when its moment has come and the one before was answered. What came due meanwhile on
 * one card goes in one save, as the desk joins what waits.
 */
async function sitDown({ url, judge, cookie, start }: Sitting): Promise<readonly Act[]> {
  const acts: Act[] = [];
  const offset = (SPAN / MARKS_EACH) * Math.random();
  const due = (index: number) => start + offset + (index * (SPAN - 1000)) / MARKS_EACH;
  for (let index = 0; index < MARKS_EACH; ) {
    await wait(Math.max(0, due(index) - performance.now()));
    const card = Math.floor(index / CRITERIA.length);
    const marks: Mark[] = [];
    do {
      marks.push({ criterion: CRITERIA[index % CRITERIA.length] ?? "", value: String(1 + ((index * 7 + judge.email.length) % 10)) });
      index += 1;
    } while (index < MARKS_EACH && Math.floor(index / CRITERIA.length) === card && due(index) <= performance.now());
    const assignmentId = judge.assignments[card] ?? "";
    acts.push({ assignmentId, marks, ...(await save({ url, cookie, assignmentId, marks })) });
  }
  return acts;
}

const SAVE = `mutation ($input: SaveCardInput!, $key: ID) { saveCard(input: $input, idempotencyKey: $key) { refusals { code field } card { assignmentId } conflicts { criterion } } }`;

type Save = { readonly url: string; readonly cookie: string } & Pick<Act, "assignmentId" | "marks">;

async function save({ url, cookie, assignmentId, marks }: Save): Promise<Pick<Act, "milliseconds" | "tries">> {
  const variables = { key: randomUUID(), input: { assignmentId, marks: marks.map((mark) => ({ ...mark, version: 0 })) } };
  for (let tries = 1; ; tries += 1) {
    const start = performance.now();
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie },
      body: JSON.stringify({ query: SAVE, variables }),
    })
      .then(async (response) => (response.status < 500 ? await response.json() : null))
      .catch(() => null);
    const milliseconds = performance.now() - start;
    const saved = answer?.data?.saveCard;
    if (saved?.card && saved.conflicts.length === 0) return { milliseconds, tries };
    if (saved?.refusals?.length || answer?.errors) throw new Error(`a mark was refused: ${JSON.stringify(answer)}`);
    await wait(pauseAfter(tries));
  }
}

async function compared(ownerUrl: string, acts: readonly Act[]): Promise<Pick<EveningResult, "saved" | "saves" | "lost" | "twice">> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ key: string; value: string; version: number }>(
    `select c.assignment_id || ' ' || m.criterion as key, trim_scale(m.value)::text as value, m.version
    from mark m join scorecard c on c.id = m.scorecard_id`,
  );
  await client.end();
  const kept = new Map(rows.map((row) => [row.key, row]));
  const given = acts.flatMap(({ assignmentId, marks }) => marks.map((mark) => ({ assignmentId, ...mark })));
  const lost = given.filter(({ assignmentId, criterion, value }) => kept.get(`${assignmentId} ${criterion}`)?.value !== value);
  return {
    saved: given.length,
    saves: acts.length,
    lost: lost.length,
    twice: rows.filter(({ version }) => version > 1).length + Math.max(0, rows.length - given.length),
  };
}

function timesOf(acts: readonly Act[]): Pick<EveningResult, "middle" | "p95" | "slowest" | "again"> {
  const first = acts.filter(({ tries }) => tries === 1).map(({ milliseconds }) => milliseconds);
  const sorted = first.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { middle: at(0.5), p95: at(0.95), slowest: at(1), again: acts.filter(({ tries }) => tries > 1).length };
}
