import pg from "pg";
import type { Logger } from "pino";

/**
 * Counts the changes of what the public may read. While it cannot be known (the channel to the database is down, or the embargoes are
 * being read) the epoch is null: nothing may be kept, and nothing kept may be used.
 */
export type PublicEpoch = {
  /** The present count, or null while it cannot be known. */
  readonly now: () => number | null;
  stop(): Promise<void>;
};

/** The time within which no embargo ends and no public objection begins or ends: what is public stays the same from `from` until just before `until`, in milliseconds. */
type Span = { readonly from: number; readonly until: number };

const RETRY_MS = 1000;

/** Listens for changes on a connection of its own, and counts the end of an embargo and of a public objection, and its beginning, as changes. */
export function watchPublicEpoch(url: string, log: Logger, clock: () => Date): PublicEpoch {
  let count = 0;
  let span: Span | null = null;
  let stopped = false;
  let reading = false;
  let client: pg.Client | null = null;

  /** What was kept is void; kept again is only what is asked after it is known how long it holds. */
  function turn(): void {
    count += 1;
    span = null;
    if (client && !reading) void readSpan(client);
  }
  /** One statement at a time on the channel's connection; what turned meanwhile is read again. */
  async function readSpan(asked: pg.Client): Promise<void> {
    reading = true;
    const turned = count;
    try {
      const found = await spanAt(asked, clock());
      if (turned === count && asked === client) span = found;
    } catch (error) {
      log.warn({ err: error }, "the embargoes cannot be read");
    }
    reading = false;
    if (turned !== count && client) void readSpan(client);
  }
  async function connect(): Promise<void> {
    if (stopped) return;
    const fresh = new pg.Client({ connectionString: url, application_name: "isonga public epoch", keepAlive: true });
    fresh.on("notification", turn);
    fresh.on("error", (error) => log.warn({ err: error }, "the channel of public changes is down"));
    fresh.once("end", () => {
      if (client === fresh) client = null;
      span = null;
      if (!stopped) setTimeout(() => void connect(), RETRY_MS).unref();
    });
    try {
      await fresh.connect();
      await fresh.query("listen isonga_public");
      client = fresh;
      turn();
    } catch (error) {
      log.warn({ err: error }, "the channel of public changes cannot be opened");
      await fresh.end().catch(() => undefined);
    }
  }
  const connecting = connect();
  return {
    now() {
      if (!span) return null;
      const at = clock().getTime();
      if (at >= span.from && at < span.until) return count;
      turn();
      return null;
    },
    async stop() {
      stopped = true;
      await connecting;
      await client?.end();
    },
  };
}

async function spanAt(client: pg.Client, now: Date): Promise<Span> {
  const { rows } = await client.query<{ from: Date | null; until: Date | null }>(
    `select max(at) filter (where at <= $1) as from, min(at) filter (where at > $1) as until
    from (select public_from as at from publication union all
      select d.at from stage, unnest(array[starts_at, ends_at]) d(at) where kind = 'OBJECTION') turns`,
    [now],
  );
  return { from: rows[0]?.from?.getTime() ?? 0, until: rows[0]?.until?.getTime() ?? Number.POSITIVE_INFINITY };
}
