import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningApp, startApp } from "@isonga/server/app";
import { readEnv } from "@isonga/server/env";
import { atomically } from "@isonga/server/kernel/atomically";
import { createLog } from "@isonga/server/log";
import { createPerson, hashOf, type NewGrant } from "@isonga/server/people/create-person";
import { Client } from "./client.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { copyDemoFiles, demoTemplate } from "./demo/demo.ts";

/** Password of every persona. */
export const PASSWORD = "a long enough password";

const SECRET = "the secret of a world that lasts one test";

/** Made once a process: it is slow by design. */
let passwordHash: Promise<string> | undefined;

/** A running platform of one test's own: real database, real HTTP, a clock to turn. */
export type World = {
  readonly url: string;
  readonly app: RunningApp;
  readonly database: TestDatabase;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** A client of nobody: the public. */
  readonly visitor: Client;
  /** Makes an account with these grants and a session of it: as if it had just come through the front door, which is slow by design. */
  person(name: string, grants: readonly NewGrant[], language?: "en" | "rw" | "id"): Promise<Client>;
  /** Signs an existing account in. */
  signIn(email: string, password?: string): Promise<Client>;
  /** Starts the platform again on the same port and database, after `app.stop()`. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
};

/** The platform's time, as tests turn it. */
export class Clock {
  #offset = 0;

  readonly now = (): Date => new Date(Date.now() + this.#offset);

  /** Sets the time; it goes on running from there. */
  turnTo(instant: string | Date): void {
    this.#offset = new Date(instant).getTime() - Date.now();
  }
}

export type WorldOptions = {
  readonly now?: string;
  readonly smtpUrl?: string;
  readonly slowGuessing?: boolean;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** With everything that the demo starts with: places, figures, rounds, an account a role. */
  readonly demo?: boolean;
};

/** Starts a platform over a fresh database; `stop()` removes everything. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase(options.demo ? { template: await demoTemplate() } : {});
  const dataFolder = await mkdtemp(join(tmpdir(), "isonga-world-"));
  if (options.demo) await copyDemoFiles(dataFolder);
  const clock = new Clock();
  if (options.now) clock.turnTo(options.now);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = readEnv({
    PORT: String(port),
    PUBLIC_URL: url,
    ISONGA_DATA: dataFolder,
    DATABASE_URL: database.appUrl,
    DATABASE_POOL: "6",
    DEMO: "false",
    ...(options.smtpUrl ? { SMTP_URL: options.smtpUrl, MAIL_FROM: "Isonga <isonga@example.org>" } : {}),
    ...options.env,
  });
  const log = createLog({ level: process.env["TEST_LOG"] ?? "silent", format: "json" });
  const start = () =>
    startApp({
      env,
      databaseUrl: database.appUrl,
      secret: SECRET,
      log,
      clock: clock.now,
      slowGuessing: options.slowGuessing ?? false,
    });
  let app = await start();
  const signIn = (email: string, password = PASSWORD) => new Client(url).signIn(email, password);
  return {
    url,
    get app() {
      return app;
    },
    database,
    dataFolder,
    clock,
    visitor: new Client(url),
    signIn,
    async person(name, grants, language = "en") {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.org`;
      const ctx = app.operatorContext();
      passwordHash ??= hashOf(PASSWORD);
      const account = { name, email, language, passwordHash: await passwordHash, grants };
      const id = await atomically(ctx, { verb: "test" }, () => createPerson(ctx, account));
      return new Client(url).holding(await openSession(app, id));
    },
    async startAgain() {
      app = await start();
    },
    async stop() {
      await app.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Opens a session as the auth library does on a sign-in, and gives the cookie that carries it. */
async function openSession({ orm }: RunningApp, personId: string): Promise<{ readonly name: string; readonly value: string }> {
  const token = randomBytes(24).toString("base64url");
  await orm.em
    .getConnection()
    .execute(
      "insert into auth_session (id, user_id, token, expires_at, created_at, updated_at) values (?, ?, ?, now() + interval '12 hours', now(), now())",
      [randomUUID(), personId, token],
    );
  const signature = createHmac("sha256", SECRET).update(token).digest("base64");
  return { name: "isonga.session_token", value: encodeURIComponent(`${token}.${signature}`) };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no free port"))));
    });
  });
}
