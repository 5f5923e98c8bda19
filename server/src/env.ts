import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { envVariables } from "./env-variables.ts";
import { keptText } from "./kept-text.ts";
import type { S3Place } from "./kernel/files/s3-files.ts";
import { StartProblem } from "./problem.ts";

type Variables = { readonly [name in keyof typeof envVariables]: z.output<(typeof envVariables)[name]["schema"]> };

/** The validated configuration of this process. Nothing else reads the environment. */
export type Env = {
  readonly mode: "development" | "production";
  readonly host: string;
  readonly port: number;
  /** Origin that people type, without a slash at its end. */
  readonly publicUrl: string;
  readonly trustProxy: number;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Null: the embedded PostgreSQL is used. */
  readonly database: { readonly appUrl: string; readonly ownerUrl: string } | null;
  /** Most connections to the database at once. */
  readonly databasePool: number;
  /** Null: made once and kept in the data folder, see {@link authSecret}. */
  readonly authSecret: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null: files are kept in the data folder. */
  readonly s3: S3Place | null;
  /** Null: nothing is scanned for viruses. */
  readonly clamdUrl: string | null;
  /** A server that speaks LibreTranslate's HTTP; null: nothing is translated by machine. */
  readonly translator: { readonly url: string; readonly key: string | null } | null;
  /** Whether the demo is loaded into an empty database. */
  readonly demo: boolean;
  readonly logLevel: Variables["LOG_LEVEL"];
  readonly logFormat: "json" | "text";
};

/** Reads and checks the configuration. Refuses with a {@link StartProblem} that names each wrong variable and its mend. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const values = readVariables(source);
  const mode = values.ISONGA_ENV ?? (source["NODE_ENV"] === "production" ? "production" : "development");
  const production = mode === "production";
  if (production) refuseUnfit(values, source);
  const appUrl = values.DATABASE_URL;
  if (!appUrl && values.DATABASE_OWNER_URL)
    throw new StartProblem("DATABASE_OWNER_URL is set without DATABASE_URL.", "Set both to the same database, or neither.");
  return {
    mode,
    host: values.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustProxy: values.TRUST_PROXY,
    dataFolder: values.ISONGA_DATA,
    database: appUrl ? { appUrl, ownerUrl: values.DATABASE_OWNER_URL ?? appUrl } : null,
    databasePool: values.DATABASE_POOL,
    authSecret: values.AUTH_SECRET ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    s3: s3Of(values),
    clamdUrl: values.CLAMD_URL ?? null,
    translator: values.TRANSLATE_URL ? { url: values.TRANSLATE_URL, key: values.TRANSLATE_KEY ?? null } : null,
    demo: values.DEMO === "true" || (values.DEMO === "auto" && !production),
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT ?? (production ? "json" : "text"),
  };
}

/** The secret that signs sessions: the configured one, or one made at the first start and kept in the data folder. */
export function authSecret(env: Pick<Env, "authSecret" | "dataFolder">): string {
  return env.authSecret ?? keptText(env.dataFolder, "auth-secret", () => randomBytes(36).toString("base64url"));
}

/** The locale of whoever runs this process, such as `rw_RW.UTF-8`, as POSIX ranks the variables; empty when none is set. */
export function operatorLocale(source: NodeJS.ProcessEnv = process.env): string {
  return source["LC_ALL"] || source["LC_MESSAGES"] || source["LANG"] || "";
}

function readVariables(source: NodeJS.ProcessEnv): Variables {
  const problems: string[] = [];
  const values = Object.entries(envVariables).map(([name, { schema, accepts }]) => {
    const raw = source[name]?.trim();
    const parsed = schema.safeParse(raw === "" ? undefined : raw);
    if (!parsed.success) problems.push(`${name} is ${shown(name, raw)}: set it to ${accepts}, or leave it unset.`);
    return [name, parsed.data];
  });
  const [first, ...others] = problems;
  if (first) throw new StartProblem("The configuration is not usable.", [first, ...others].join(" "));
  return Object.fromEntries(values) as Variables;
}

/** The store of files, when it is told whole; told by half it is refused. */
function s3Of(values: Variables): S3Place | null {
  const parts = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return { endpoint, bucket, accessKeyId, secretAccessKey, region: values.S3_REGION };
  const missing = parts.filter((name) => !values[name]);
  if (missing.length === parts.length) return null;
  throw new StartProblem(
    `The store of files is told by half: ${missing.join(", ")} is not set.`,
    `Set ${parts.join(", ")}, or none of them.`,
  );
}

/** What production refuses: secrets that are missing or published somewhere, demo accounts, an address nobody can reach. */
function refuseUnfit(values: Variables, source: NodeJS.ProcessEnv): void {
  if (values.DEMO === "true")
    throw new StartProblem("Production does not load demo accounts.", "Remove DEMO, or set ISONGA_ENV=development.");
  const secret = values.AUTH_SECRET;
  if (!secret || new Set(secret).size < 12 || /change.?me|secret|password|example|default|isonga/i.test(secret))
    throw new StartProblem(
      secret ? "AUTH_SECRET is a placeholder, not a secret." : "AUTH_SECRET is not set.",
      `Set it to ${envVariables.AUTH_SECRET.accepts}`,
    );
  if (!values.PUBLIC_URL) throw new StartProblem("PUBLIC_URL is not set.", `Set it to ${envVariables.PUBLIC_URL.accepts}`);
  if (values.SMTP_URL && !source["MAIL_FROM"])
    throw new StartProblem("MAIL_FROM is not set, so letters would have no true sender.", `Set it to ${envVariables.MAIL_FROM.accepts}`);
}

/** Secrets and addresses with passwords in them are not printed. */
function shown(name: string, raw: string | undefined): string {
  return /SECRET|_URL$/.test(name) && name !== "PUBLIC_URL" ? "not usable" : `"${raw ?? ""}"`;
}
