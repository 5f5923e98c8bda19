import type { Language } from "@isonga/schema/languages";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "./actor.ts";
import { type Files, noFiles } from "./files/files.ts";

/** What a request, a job or a command line call acts with. Time, identity and ids come from here and from nowhere else. */
export type Context = {
  readonly actor: Actor;
  /** The reader's language: names are answered in it. */
  readonly language: Language;
  readonly requestId: string;
  readonly log: Logger;
  /** Unit of work of this request; inside {@link atomically} it is the transaction's. */
  readonly em: SqlEntityManager;
  /** For reads and set-based writes in SQL; follows the transaction. */
  readonly db: Kysely<unknown>;
  /** Uploaded files; empty where there is no data folder. */
  readonly files: Files;
  /** This instant; tests turn the clock. */
  now(): Date;
  /** A fresh UUID v7. */
  newId(): string;
  /** Values read once a request, shared by resolvers: a place for batching loaders. */
  readonly memo: Map<unknown, unknown>;
};

export type ContextParts = Pick<Context, "actor" | "language" | "requestId" | "log" | "em"> & {
  readonly clock: () => Date;
  readonly files?: Files;
};

/** A context over a fork of the entity manager. */
export function createContext(parts: ContextParts): Context {
  return new RequestContext(parts);
}

/** The same request acting as somebody else (the platform, say): for jobs and imports that run on a person's behalf. */
export function actingAs(ctx: Context, actor: Actor): Context {
  return createContext({
    actor,
    language: ctx.language,
    requestId: ctx.requestId,
    log: ctx.log,
    em: ctx.em,
    clock: () => ctx.now(),
    files: ctx.files,
  });
}

/** One memo of this request: made at first asking. */
export function memoized<T>(ctx: Context, key: unknown, make: () => T): T {
  if (!ctx.memo.has(key)) ctx.memo.set(key, make());
  return ctx.memo.get(key) as T;
}

/**
 * A class, since the GraphQL server hands resolvers a shallow copy: a getter of the prototype goes on following the transaction, while one
 * of the object itself would be read once, before there is a transaction.
 */
class RequestContext implements Context {
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
  readonly log: Logger;
  readonly em: SqlEntityManager;
  readonly memo = new Map<unknown, unknown>();
  readonly files: Files;
  readonly now: () => Date;

  constructor({ actor, language, requestId, log, em, clock, files }: ContextParts) {
    this.actor = actor;
    this.language = language;
    this.requestId = requestId;
    this.log = log;
    this.em = em;
    this.now = clock;
    this.files = files ?? noFiles;
  }

  get db(): Kysely<unknown> {
    return this.em.getKysely<unknown>();
  }

  newId(): string {
    return uuidv7({ msecs: this.now().getTime() });
  }
}
