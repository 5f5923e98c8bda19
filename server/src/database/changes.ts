import pg from "pg";
import type { Logger } from "pino";
import type { Changes } from "../kernel/graphql/stream.ts";

const RETRY_MS = 1000;

/** What is told of a channel, until it is stopped. */
export type ChannelChanges = Changes & { readonly stop: () => Promise<void> };

/**
 * Listens on a channel whose notifications carry the key of what changed, on a connection of its own that is opened when somebody first
 * listens. After a broken connection everybody is told: something may have been missed.
 */
export function listenToChannel(url: string, channel: string, log: Logger): ChannelChanges {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | null = null;
  let connecting: Promise<void> | null = null;
  let stopped = false;

  const tell = (key: string) => {
    for (const heard of listeners.get(key) ?? []) heard();
  };
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: `isonga ${channel}`, keepAlive: true });
    fresh.on("notification", ({ payload }) => tell(payload ?? ""));
    fresh.on("error", (error) => log.warn({ err: error, channel }, "a channel of changes is down"));
    fresh.once("end", () => {
      client = null;
      connecting = null;
      if (!stopped && listeners.size > 0) setTimeout(open, RETRY_MS).unref();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      client = fresh;
      for (const key of listeners.keys()) tell(key);
    } catch (error) {
      log.warn({ err: error, channel }, "a channel of changes cannot be opened");
      await fresh.end().catch(() => undefined);
    }
  }
  function open(): void {
    if (!stopped && !connecting) connecting = connect();
  }
  return {
    listen(key, heard) {
      open();
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(heard));
      return () => {
        own.delete(heard);
        if (own.size === 0) listeners.delete(key);
      };
    },
    async stop() {
      stopped = true;
      await connecting;
      await client?.end();
    },
  };
}
