import { createHash } from "node:crypto";
import type { Context } from "../kernel/context.ts";

/** Where letters go and what their links lead to. */
export type Mailer = {
  /** Origin that people type, without a slash at its end: links begin with it. */
  readonly publicUrl: string;
  /** Null: letters are kept as files, see {@link Mailer.folder}. */
  readonly smtpUrl: string | null;
  /** Sender of every letter. */
  readonly from: string;
  /** Folder in which letters are kept when there is no mail server. */
  readonly folder: string;
};

/** Anything with the ORM's configuration: the ORM itself, or an entity manager of it. */
type Configured = { readonly config: object };

/** Gives the app over this ORM its mailer; the kernel's context knows nothing of mail. */
export function configureMail(orm: Configured, mailer: Mailer): void {
  mailers.set(orm.config, mailer);
}

/** The mailer of the app that this context belongs to. */
export function mailerOf(ctx: Context): Mailer {
  const mailer = mailers.get(ctx.em.config);
  if (!mailer) throw new Error("No mailer: configureMail() must run before letters are written");
  return mailer;
}

/** A secret of a link, as it is stored: who reads the table cannot follow the link. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** One app has one ORM, and several apps may live in one process. */
const mailers = new WeakMap<object, Mailer>();
