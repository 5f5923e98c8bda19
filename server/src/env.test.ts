import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { authSecret, readEnv } from "./env.ts";
import { envVariables } from "./env-variables.ts";
import { StartProblem } from "./problem.ts";

const goodSecret = "q7Zr0-Wm2Xc8_Lk5Vn1Tb9Yd3Hs6Jf4Gp";
const production = { ISONGA_ENV: "production", AUTH_SECRET: goodSecret, PUBLIC_URL: "https://awards.example.org" };

test("nothing set is a laptop: loopback, the embedded database, the demo", () => {
  expect(readEnv({})).toMatchObject({ mode: "development", host: "127.0.0.1", port: 4000, database: null, demo: true, authSecret: null });
  expect(readEnv({}).publicUrl).toBe("http://localhost:4000");
});

test("production listens everywhere, logs for machines and has no demo", () => {
  expect(readEnv(production)).toMatchObject({ mode: "production", host: "0.0.0.0", demo: false, logFormat: "json" });
  expect(readEnv({ ...production, ISONGA_ENV: undefined, NODE_ENV: "production" }).mode).toBe("production");
});

test("every wrong variable is named at once, with what it accepts", () => {
  const sentence = refusal({ PORT: "abc", DATABASE_POOL: "0", DEMO: "perhaps" });
  for (const part of ['PORT is "abc"', 'DATABASE_POOL is "0"', 'DEMO is "perhaps"', "a whole number from 1 to 65535"])
    expect(sentence).toContain(part);
});

test("an empty variable is an unset one", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 4000, database: null });
});

test("what may hold a password is never printed", () => {
  expect(refusal({ DATABASE_URL: "mysql://isonga:hunter2@db/x", SMTP_URL: "hunter2", AUTH_SECRET: "hunter2" })).not.toContain("hunter2");
});

test("the owner's connection is the app's unless it is set apart, and never without one", () => {
  const appUrl = "postgres://app@db/isonga";
  expect(readEnv({ DATABASE_URL: appUrl }).database).toEqual({ appUrl, ownerUrl: appUrl });
  expect(refusal({ DATABASE_OWNER_URL: appUrl })).toContain("DATABASE_OWNER_URL is set without DATABASE_URL");
});

test.each([
  ["demo accounts", { DEMO: "true" }, "demo accounts"],
  ["a missing secret", { AUTH_SECRET: undefined }, "AUTH_SECRET is not set"],
  ["a short secret", { AUTH_SECRET: "short" }, "AUTH_SECRET"],
  ["a placeholder", { AUTH_SECRET: "change-me-change-me-change-me-change-me" }, "placeholder"],
  ["a monotonous secret", { AUTH_SECRET: "a".repeat(40) }, "placeholder"],
  ["no public address", { PUBLIC_URL: undefined }, "PUBLIC_URL is not set"],
  ["a public address with a path", { PUBLIC_URL: "https://example.org/awards" }, "PUBLIC_URL"],
  ["mail without a sender", { SMTP_URL: "smtp://mail:25" }, "MAIL_FROM is not set"],
])("production refuses %s", (_what, change, words) => {
  expect(refusal({ ...production, ...change })).toContain(words);
});

test("the secret is made once, kept for this user only, and gives way to a configured one", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "isonga-env-"));
  try {
    const secret = authSecret({ authSecret: null, dataFolder });
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(authSecret({ authSecret: null, dataFolder })).toBe(secret);
    expect(statSync(join(dataFolder, "auth-secret")).mode & 0o077).toBe(0);
    expect(authSecret({ authSecret: goodSecret, dataFolder })).toBe(goodSecret);
  } finally {
    rmSync(dataFolder, { recursive: true });
  }
});

test("a data folder that is a file is refused with its mend", () => {
  expect(() => authSecret({ authSecret: null, dataFolder: import.meta.filename })).toThrow(StartProblem);
});

test("docs/operate.md lists every variable as the code reads it", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/operate.md"), "utf8").replaceAll(/ +\|/g, " |");
  const rows = page.split("\n").filter((line) => /^\| `[A-Z0-9_]+` \|/.test(line));
  expect(rows).toEqual(Object.entries(envVariables).map(([name, { unset, meaning }]) => `| \`${name}\` | ${unset} | ${meaning} |`));
});

function refusal(source: NodeJS.ProcessEnv): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof StartProblem) return error.sentence;
    throw error;
  }
  throw new Error("It was accepted.");
}
