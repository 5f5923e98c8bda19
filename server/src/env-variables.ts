import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";

/** One environment variable: how it is read, and its row in `docs/operate.md`. */
export type EnvVariable = {
  readonly schema: z.ZodType;
  /** The value when it is unset, as documented. */
  readonly unset: string;
  readonly meaning: string;
  /** What is accepted: ends the sentence "Set it to …". */
  readonly accepts: string;
};

const repository = resolve(import.meta.dirname, "../..");
const url = (...schemes: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)));
const whole = (min: number, max: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

/** Every variable Isonga reads, in the order of the table in `docs/operate.md`. */
export const envVariables = {
  ISONGA_ENV: {
    schema: z.enum(["development", "production"]).optional(),
    unset: "`production` when `NODE_ENV` is, else `development`",
    meaning: "Development keeps everything on this machine and loads the demo; production refuses demo accounts and default secrets.",
    accepts: "development or production",
  },
  HOST: {
    schema: z.string().min(1).optional(),
    unset: "`127.0.0.1`; in production `0.0.0.0`",
    meaning: "The address to listen on.",
    accepts: "an address of this machine, for example 127.0.0.1 or 0.0.0.0",
  },
  PORT: {
    schema: whole(1, 65535).default(4000),
    unset: "`4000`",
    meaning: "The one port of the web app, both GraphQL schemas and the public pages.",
    accepts: "a whole number from 1 to 65535",
  },
  PUBLIC_URL: {
    schema: url("http", "https")
      .transform((value) => new URL(value))
      .refine((value) => value.pathname === "/" && value.search === "" && value.hash === "")
      .transform((value) => value.origin)
      .optional(),
    unset: "`http://localhost:PORT`; required in production",
    meaning: "The address people type: scheme, host and port without a path. Links in mail and the check of origins use it.",
    accepts: "an address without a path, for example https://awards.example.org",
  },
  TRUST_PROXY: {
    schema: whole(0, 9).default(0),
    unset: "`0`",
    meaning: "How many reverse proxies stand in front; the reader's address is taken from behind them.",
    accepts: "a whole number from 0 to 9",
  },
  ISONGA_DATA: {
    schema: z
      .string()
      .min(1)
      .default(resolve(repository, ".data"))
      .transform((value) => resolve(value)),
    unset: "`.data` in the project's folder",
    meaning: "The data folder: the embedded database, uploaded files, mail that was not sent, kept secrets.",
    accepts: "the path of a folder that this user may write",
  },
  DATABASE_URL: {
    schema: url("postgres", "postgresql").optional(),
    unset: "the embedded PostgreSQL",
    meaning: "A PostgreSQL 15 to 18 to use instead of the embedded one, as the role of the running app.",
    accepts: "postgres://user:password@host:5432/database",
  },
  DATABASE_OWNER_URL: {
    schema: url("postgres", "postgresql").optional(),
    unset: "`DATABASE_URL`",
    meaning:
      "The same database as the role that owns the tables and migrates them. Apart from `DATABASE_URL`, the app's role cannot change published results.",
    accepts: "postgres://owner:password@host:5432/database",
  },
  DATABASE_POOL: {
    schema: whole(1, 500).default(Math.max(2, 2 * availableParallelism())),
    unset: "two per processor core",
    meaning: "The most connections to the database at once.",
    accepts: "a whole number from 1 to 500",
  },
  AUTH_SECRET: {
    schema: z.string().min(32).optional(),
    unset: "made once and kept in the data folder; required in production",
    meaning: "Signs sessions. Changing it signs everybody out.",
    accepts: "at least 32 random characters, for example the output of: openssl rand -base64 36",
  },
  SMTP_URL: {
    schema: url("smtp", "smtps").optional(),
    unset: "mail is kept in the data folder, where an administrator can read it",
    meaning: "The mail server.",
    accepts: "smtp://user:password@host:587 or smtps://user:password@host:465",
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/)
      .default("Isonga <isonga@localhost>"),
    unset: "`Isonga <isonga@localhost>`; required in production with `SMTP_URL`",
    meaning: "The sender of every letter.",
    accepts: "an address, for example Isonga <awards@example.org>",
  },
  S3_ENDPOINT: {
    schema: url("http", "https").optional(),
    unset: "files are kept in the data folder",
    meaning: "A store that speaks S3, for the files of evidence. With it go `S3_BUCKET`, `S3_ACCESS_KEY_ID` and `S3_SECRET_ACCESS_KEY`.",
    accepts: "an address, for example https://s3.example.org",
  },
  S3_BUCKET: {
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/)
      .optional(),
    unset: "—",
    meaning: "The bucket, which must exist and be private.",
    accepts: "the name of a bucket",
  },
  S3_REGION: {
    schema: z.string().min(1).default("us-east-1"),
    unset: "`us-east-1`",
    meaning: "The region that requests to the store are signed for.",
    accepts: "the name of a region",
  },
  S3_ACCESS_KEY_ID: {
    schema: z.string().min(1).optional(),
    unset: "—",
    meaning: "Who asks the store.",
    accepts: "the id of an access key",
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z.string().min(1).optional(),
    unset: "—",
    meaning: "The secret of that access key.",
    accepts: "the secret of the access key",
  },
  CLAMD_URL: {
    schema: z
      .string()
      .refine((value) => /^tcp:\/\/[^/]+:\d+$/.test(value) || /^unix:\/\/\/.+/.test(value))
      .optional(),
    unset: "files are not scanned for viruses",
    meaning: "The virus scanner `clamd`. Evidence is shown and counts once it was found clean.",
    accepts: "tcp://host:3310 or unix:///run/clamav/clamd.ctl",
  },
  TRANSLATE_URL: {
    schema: url("http", "https").optional(),
    unset: "nothing is translated by machine",
    meaning: "A server that speaks LibreTranslate's HTTP. Authors may let it translate their texts, which are then marked.",
    accepts: "an address, for example https://translate.example.org/",
  },
  TRANSLATE_KEY: {
    schema: z.string().min(1).optional(),
    unset: "asked without a key",
    meaning: "The key that the translation server wants.",
    accepts: "the key of the translation server",
  },
  DEMO: {
    schema: z.enum(["true", "false", "auto"]).default("auto"),
    unset: "`auto`: loaded once in development, never in production",
    meaning: "Whether the demo (places, figures, accounts with known passwords) is loaded into an empty database.",
    accepts: "true, false or auto",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    unset: "`info`",
    meaning: "The least level that is logged.",
    accepts: "fatal, error, warn, info, debug, trace or silent",
  },
  LOG_FORMAT: {
    schema: z.enum(["json", "text"]).optional(),
    unset: "`text`; in production `json`",
    meaning: "Log lines for machines or for people.",
    accepts: "json or text",
  },
} as const satisfies Record<string, EnvVariable>;
