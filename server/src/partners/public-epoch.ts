import pg from "pg";
import type { Logger } from "pino";

/**
 * Counts the changes of what the public may read. While the channel to the database is down the epoch is null: nothing may be kept,
 * and nothing kept may be used.
 */
export type PublicEpoch = {
  /** The present count, or null while it cannot be known. */
  readonly now: () => number | null;
  stop(): Promise<void>;
};

const RETRY_MS = 1000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Listens for changes on a connection of its own, and wakes at the next end of an embargo. */
export function watchPublicEpoch(url: string, log: Logger, clock: () => Date): PublicEpoch {
  let count = 0;
  let listening = false;
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const turn = () => {
    count += 1;
    void wakeAtEmbargo();
  };
  async function wakeAtEmbargo(): Promise<void> {
    clearTimeout(timer);
    const asked = client;
    const answer = await asked
      ?.query<{ next: Date | null }>("select min(public_from) as next from publication where public_from > $1", [clock()])
      .catch(() => null);
    const next = answer?.rows[0]?.next;
    if (!next || stopped) return;
    timer = setTimeout(turn, Math.min(Math.max(next.getTime() - clock().getTime(), 0) + 5, LONGEST_TIMER_MS));
    timer.unref();
  }
  async function connect(): Promise<void> {
    if (stopped) return;
    const fresh = new pg.Client({ connectionString: url, application_name: "isonga public epoch" });
    const again = () => {
      if (client === fresh || !listening) {
        listening = false;
        client = null;
        if (!stopped) setTimeout(() => void connect(), RETRY_MS).unref();
      }
    };
    fresh.on("notification", turn);
    fresh.on("error", (error) => log.warn({ err: error }, "the channel of public changes is down"));
    fresh.once("end", again);
    try {
      await fresh.connect();
      await fresh.query("listen isonga_public");
      client = fresh;
      listening = true;
      turn();
    } catch (error) {
      log.warn({ err: error }, "the channel of public changes cannot be opened");
      await fresh.end().catch(() => undefined);
    }
  }
  void connect();
  return {
    now: () => (listening ? count : null),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
