import { outbox } from "../offline/outbox.ts";
import { changeKept, keep, kept, keptBeginning } from "../offline/store.ts";
import { onTabs } from "../offline/tabs.ts";
import type { RefusalLike } from "../refusals/failure.ts";
import { entriesOf } from "./card-acts.ts";
import { viewOfCard } from "./card-view.ts";
import type { Conflict, ItemName, Items, KeptCard, KnownCard, KnownItem, OwnStep, VerdictDraft, Written } from "./known-card.ts";

/** What the server answered to something that was written here. */
export type Answer = { readonly card: KnownCard; readonly sent: Items<{ readonly version: number }>; readonly conflicts: Items<Conflict> };

/** The cards that this device knows: in memory for the pages, in its database for evenings without a network, the same in all tabs. */
class CardStore {
  #cards: ReadonlyMap<string, KeptCard> = new Map();
  #person = "";
  #listeners = new Set<() => void>();

  constructor() {
    onTabs((message) => {
      if (message.about !== "kept" || !message.key.startsWith(PREFIX)) return;
      const id = message.key.slice(PREFIX.length);
      if (this.#cards.has(id)) void this.#read(id);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All that were read, by id; another map whenever one changes. */
  readonly all = (): ReadonlyMap<string, KeptCard> => this.#cards;

  /** The card, once it was read. */
  of(id: string): KeptCard | null {
    return this.#cards.get(id) ?? null;
  }

  /** Reads from the device what is known of a card; null when it knows nothing. */
  async read(person: string, id: string): Promise<KeptCard | null> {
    this.#person = person;
    return this.#cards.get(id) ?? (await this.#read(id));
  }

  /** Reads every card that the device has. */
  async readAll(person: string): Promise<void> {
    this.#person = person;
    const found = await keptBeginning<Stored>(person, PREFIX);
    const cards = new Map(this.#cards);
    for (const [key, stored] of found) {
      const id = key.slice(PREFIX.length);
      if (!cards.has(id)) cards.set(id, shown(stored, stored.at));
    }
    if (cards.size !== this.#cards.size) this.#show(cards);
  }

  /** What the server says now. What waits or met something else stays. */
  async hear(person: string, card: KnownCard): Promise<void> {
    await this.#change(person, card.id, (stored) => heardBy(stored, card), began(card));
    const heard = this.#cards.get(card.id);
    if (heard?.keptAt) this.#put(card.id, { ...heard, keptAt: null });
  }

  /** The server has taken what was written, but for what met something else there. */
  took(person: string, { card, sent, conflicts }: Answer): Promise<void> {
    return this.#change(
      person,
      card.id,
      (stored) => ({
        ...stored,
        card,
        at: now(),
        conflicts: { ...stored.conflicts, ...notChosen(stored, conflicts) },
        own: withSteps(stored.own, { card, sent, conflicts }),
        stuck: null,
      }),
      began(card),
    );
  }

  /** An item that met something else is settled. */
  settle(person: string, id: string, name: ItemName): Promise<void> {
    return this.#change(person, id, (stored) => {
      const { [name]: conflict, ...conflicts } = stored.conflicts;
      if (!conflict) return stored;
      const chosen = { ...stored.chosen, [name]: conflict.theirs.version };
      return { ...stored, conflicts, chosen, card: { ...stored.card, items: { ...stored.card.items, [name]: conflict.theirs } } };
    });
  }

  /** What was written on an item that waits for a choice: it becomes one of the two. */
  rewrite(person: string, id: string, { name, mine }: { readonly name: ItemName; readonly mine: Written }): Promise<void> {
    return this.#change(person, id, (stored) => {
      const conflict = stored.conflicts[name];
      return conflict ? { ...stored, conflicts: { ...stored.conflicts, [name]: { ...conflict, mine } } } : stored;
    });
  }

  /** Changes what is kept beside the card: why nothing goes out, why it was not signed, a verdict that is not signed yet. */
  note(
    person: string,
    id: string,
    change: { readonly stuck?: RefusalLike | null; readonly unsigned?: readonly RefusalLike[]; readonly draft?: VerdictDraft | null },
  ): Promise<void> {
    return this.#change(person, id, (stored) => ({ ...stored, ...change }));
  }

  /** Shows what is kept as kept: the server could not be reached. */
  unreached(id: string): void {
    const known = this.#cards.get(id);
    if (known && known.keptAt === null) this.#put(id, { ...known, keptAt: now() });
  }

  /** Forgets a card of this device. */
  async forget(person: string, id: string): Promise<void> {
    const cards = new Map(this.#cards);
    cards.delete(id);
    await keep(person, PREFIX + id, undefined);
    this.#show(cards);
  }

  /** The same, but keeps what was written here and has not been sent: its judge decides. */
  async forgetUnlessUnsent(person: string, id: string): Promise<void> {
    const known = await this.read(person, id);
    if (known && !viewOfCard(known, outbox.view(), true).unsent) await this.forget(person, id);
  }

  async #read(id: string): Promise<KeptCard | null> {
    const found = await kept<Stored>(this.#person, PREFIX + id);
    if (found) this.#take(id, found);
    return this.of(id);
  }

  async #change(person: string, id: string, change: (stored: Stored) => Stored, instead?: Stored): Promise<void> {
    this.#person = person;
    const known = this.#cards.get(id);
    const value = await changeKept({ person, key: PREFIX + id }, known ? { ...known, at: now() } : instead, change);
    if (value) this.#take(id, value);
  }

  #take(id: string, stored: Stored): void {
    const known = this.#cards.get(id);
    this.#put(id, shown(stored, known ? known.keptAt : stored.at));
  }

  #put(id: string, card: KeptCard): void {
    this.#show(new Map(this.#cards).set(id, card));
  }

  #show(cards: ReadonlyMap<string, KeptCard>): void {
    this.#cards = cards;
    for (const listener of this.#listeners) listener();
  }
}

/** The one store of this page. */
export const cardStore = new CardStore();

/** As it stands in the device's database. */
type Stored = Omit<KeptCard, "keptAt"> & { readonly at: string };

const PREFIX = "judging card ";
/** So many own steps are remembered of an item: more than can wait at once. */
const MOST_STEPS = 20;

function now(): string {
  return new Date().toISOString();
}

function began(card: KnownCard): Stored {
  return { card, conflicts: {}, own: {}, chosen: {}, draft: null, stuck: null, unsigned: [], at: now() };
}

function shown({ at: _, ...stored }: Stored, keptAt: string | null): KeptCard {
  return { ...stored, keptAt };
}

/** An answer that was asked for before something was written, and came after it was taken, does not take it away again. */
function heardBy(stored: Stored, card: KnownCard): Stored {
  if (card.version < stored.card.version) return stored;
  if (card.version > stored.card.version) return { ...settled(stored, card), card, at: now() };
  const items: { [name in ItemName]?: KnownItem } = { ...card.items };
  for (const [name, item] of entriesOf(stored.card.items)) if (item.version > (items[name]?.version ?? 0)) items[name] = item;
  return { ...settled(stored, card), card: { ...card, items }, at: now() };
}

/** A card that is signed, or open again, has nothing left of an earlier refusal. */
function settled(stored: Stored, card: KnownCard): Stored {
  return card.state === stored.card.state ? stored : { ...stored, unsigned: [], stuck: null };
}

function notChosen({ chosen }: Stored, conflicts: Items<Conflict>): Items<Conflict> {
  const open = entriesOf(conflicts).filter(([name, { theirs }]) => theirs.version > (chosen[name] ?? 0));
  return Object.fromEntries(open);
}

function withSteps(own: KeptCard["own"], { card, sent, conflicts }: Answer): KeptCard["own"] {
  const next: { [name in ItemName]?: readonly OwnStep[] } = { ...own };
  for (const [name, { version }] of entriesOf(sent)) {
    const to = card.items[name]?.version ?? 0;
    if (!conflicts[name] && to !== version) next[name] = [...(own[name] ?? []), { from: version, to }].slice(-MOST_STEPS);
  }
  return next;
}
