import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { tellTabs } from "./tabs.ts";
import { wipeTyped } from "./typed.ts";

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
  /** It was tried: it may have arrived, so it must not become another act. */
  readonly sent?: boolean;
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
  tellTabs({ about: "kept", key });
}

/** What was kept under the name, or undefined. The caller knows its own form. */
export async function kept<Value>(person: string, key: string): Promise<Value | undefined> {
  return (await (await openStore())?.get("kept", [person, key]))?.value as Value | undefined;
}

/**
 * Changes a kept value in one step, so that two tabs do not undo each other; answers the new one. `instead` stands in for a value that is
 * not there, and for all of them where the browser keeps none.
 */
export async function changeKept<Value>(
  at: { readonly person: string; readonly key: string },
  instead: Value | undefined,
  change: (value: Value) => Value,
): Promise<Value | undefined> {
  const transaction = (await openStore())?.transaction("kept", "readwrite");
  const found = ((await transaction?.store.get([at.person, at.key]))?.value as Value | undefined) ?? instead;
  const value = found === undefined ? undefined : change(found);
  if (value !== undefined) await transaction?.store.put({ ...at, value });
  await transaction?.done;
  tellTabs({ about: "kept", key: at.key });
  return value;
}

/** All kept things of a person's whose names begin so, by name. */
export async function keptBeginning<Value>(person: string, prefix: string): Promise<ReadonlyMap<string, Value>> {
  const range = IDBKeyRange.bound([person, prefix], [person, `${prefix}\uffff`]);
  const found = (await (await openStore())?.getAll("kept", range)) ?? [];
  return new Map(found.map(({ key, value }) => [key, value as Value]));
}

/** Removes everything this platform keeps on the device: before somebody else uses it. */
export async function wipeStore(): Promise<void> {
  const database = await openStore();
  await Promise.all([database?.clear("acts"), database?.clear("kept")]);
  await globalThis.caches?.delete("isonga-judging-1");
  wipeTyped();
}
