import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** One thing a person did that the server has not confirmed yet. */
export type WaitingAct = {
  /** Order of doing; acts of one entity are sent in it. */
  readonly number?: number;
  /** The idempotency key: however often it is sent, it is done once. */
  readonly key: string;
  readonly person: string;
  /** Which sender knows how to send it. */
  readonly kind: string;
  /** What it changes: acts of one entity wait for each other. */
  readonly entity: string;
  readonly variables: unknown;
};

/** What a page keeps on this device: answers to show without a network, and words that could not be sent. */
export type KeptThing = { readonly person: string; readonly key: string; readonly value: unknown };

interface OfflineSchema extends DBSchema {
  acts: { key: number; value: WaitingAct; indexes: { person: string } };
  kept: { key: [string, string]; value: KeptThing };
}

/** The database of this device, opened once. Null where the browser keeps none (a private window): then only the page remembers. */
export function openStore(): Promise<IDBPDatabase<OfflineSchema> | null> {
  store ??= openDB<OfflineSchema>("isonga-offline", 1, {
    upgrade(database) {
      database.createObjectStore("acts", { keyPath: "number", autoIncrement: true }).createIndex("person", "person");
      database.createObjectStore("kept", { keyPath: ["person", "key"] });
    },
  }).catch(() => null);
  return store;
}

let store: Promise<IDBPDatabase<OfflineSchema> | null> | undefined;

/** Keeps a value of a person's under a name; `undefined` forgets it. */
export async function keep(person: string, key: string, value: unknown): Promise<void> {
  const database = await openStore();
  if (value === undefined) await database?.delete("kept", [person, key]);
  else await database?.put("kept", { person, key, value });
}

/** What was kept under the name, or undefined. The caller knows its own form. */
export async function kept<Value>(person: string, key: string): Promise<Value | undefined> {
  return (await (await openStore())?.get("kept", [person, key]))?.value as Value | undefined;
}

/** Removes everything this platform keeps on the device: before somebody else uses it. */
export async function wipeStore(): Promise<void> {
  const database = await openStore();
  await Promise.all([database?.clear("acts"), database?.clear("kept")]);
}
