import type { AnswerValue } from "@isonga/schema/entry-form";
import { changeKept, keep, kept } from "../offline/store.ts";
import { onTabs } from "../offline/tabs.ts";
import { fieldOf, isClaim } from "./entry-acts.ts";
import type { ItemName, KnownEntry, KnownItem, OwnVersions, Unsent, UnsentItems } from "./known-entry.ts";

/** An entry of this device: since when it is kept, when it is not the server's answer of now; what could not be sent; own versions. */
export type KeptEntry = {
  readonly entry: KnownEntry;
  /** When it was put by; null while it is what the server just said. */
  readonly keptAt: string | null;
  readonly unsent: UnsentItems;
  readonly own: OwnVersions;
};

/**
 * The entries that this device knows: in memory for the pages, in its database for days without a network, the same in all tabs.
 */
class EntryStore {
  #entries = new Map<string, KeptEntry>();
  #person = "";
  #listeners = new Set<() => void>();

  constructor() {
    onTabs((message) => {
      if (message.about !== "kept" || !message.key.startsWith(PREFIX)) return;
      const id = message.key.slice(PREFIX.length);
      if (this.#entries.has(id)) void this.#read(this.#person, id);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The entry, once it was loaded. */
  of(id: string): KeptEntry | null {
    return this.#entries.get(id) ?? null;
  }

  /** Reads from the device what is known; null when it knows nothing. */
  async read(person: string, id: string): Promise<KeptEntry | null> {
    this.#person = person;
    return this.#entries.get(id) ?? (await this.#read(person, id));
  }

  /** The versions that own acts made, also those of other tabs that this one has not heard of yet. Changes nothing of what is shown. */
  async ownVersions(person: string, id: string): Promise<OwnVersions> {
    const shown = await this.read(person, id);
    return (await kept<Stored>(person, PREFIX + id))?.own ?? shown?.own ?? {};
  }

  /** What the server says now, or what this device begins. What waits or could not be sent stays. */
  async hear(person: string, entry: KnownEntry): Promise<void> {
    const began: Stored = { entry, unsent: {}, own: {}, at: now() };
    await this.#change(person, entry.id, (known) => ({ ...known, entry, at: now() }), began);
    const heard = this.#entries.get(entry.id);
    if (heard?.keptAt) this.#show(entry.id, { ...heard, keptAt: null });
  }

  /** The server has taken an own act: the answer or claim is now this, in this version. */
  took(
    person: string,
    id: string,
    taken: { readonly name: ItemName; readonly item: KnownItem<AnswerValue>; readonly key: string },
  ): Promise<void> {
    const { name, item, key } = taken;
    const own = { [name]: { key, version: item.version } };
    return this.#change(person, id, (known) => ({ ...known, entry: withItem(known.entry, name, item), own: { ...known.own, ...own } }));
  }

  /** What could not be sent, with what the server has instead; or with null, that it is settled. */
  setUnsent(person: string, id: string, change: { readonly name: ItemName; readonly unsent: Unsent | null }): Promise<void> {
    const { name, unsent } = change;
    return this.#change(person, id, (known) => {
      const { [name]: _, ...others } = known.unsent;
      const entry = unsent?.theirs ? withItem(known.entry, name, unsent.theirs) : known.entry;
      return { ...known, entry, unsent: unsent === null ? others : { ...others, [name]: unsent } };
    });
  }

  /** The server does not want the draft that was begun here. */
  refused(person: string, id: string, local: NonNullable<KnownEntry["local"]>): Promise<void> {
    return this.#change(person, id, (known) => ({ ...known, entry: { ...known.entry, local } }));
  }

  /** Shows what is kept as kept: the server could not be reached. */
  unreached(id: string): void {
    const known = this.#entries.get(id);
    if (known && known.keptAt === null) this.#show(id, { ...known, keptAt: now() });
  }

  /** Forgets an entry of this device. */
  async forget(person: string, id: string): Promise<void> {
    this.#entries.delete(id);
    await keep(person, PREFIX + id, undefined);
    this.#notify();
  }

  async #read(person: string, id: string): Promise<KeptEntry | null> {
    const found = await kept<Stored>(person, PREFIX + id);
    if (found) this.#take(id, found);
    return this.of(id);
  }

  async #change(person: string, id: string, change: (known: Stored) => Stored, began?: Stored): Promise<void> {
    this.#person = person;
    const known = this.#entries.get(id);
    const instead = known ? { ...known, at: now() } : began;
    const value = await changeKept({ person, key: PREFIX + id }, instead, change);
    if (value) this.#take(id, value);
  }

  /** What was kept an hour ago and has not been asked of the server since is shown with its time. */
  #take(id: string, { entry, unsent, own, at }: Stored): void {
    const known = this.#entries.get(id);
    this.#show(id, { entry, unsent, own, keptAt: known ? known.keptAt : at });
  }

  #show(id: string, known: KeptEntry): void {
    this.#entries.set(id, known);
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The one store of this page. */
export const entryStore = new EntryStore();

/** As it stands in the device's database. */
type Stored = Omit<KeptEntry, "keptAt"> & { readonly at: string };

const PREFIX = "entry ";

function now(): string {
  return new Date().toISOString();
}

function withItem(entry: KnownEntry, name: ItemName, item: KnownItem<AnswerValue>): KnownEntry {
  const key = fieldOf(name);
  if (!isClaim(name)) return { ...entry, answers: { ...entry.answers, [key]: item } };
  return { ...entry, claims: { ...entry.claims, [key]: { ...item, value: Number(item.value) } } };
}
