import { newIdempotencyKey } from "../apollo/idempotency-key.ts";
import { isOnline, onOnlineChange } from "../online/online.ts";
import { openStore, type WaitingAct, wipeStore } from "./store.ts";

/** What came of sending: done with (whatever the answer was), or to be sent again later. */
export type Sending = "done" | "later";

/** Sends acts of one kind and deals with the server's answer. Throwing means that the network did not carry it: it is sent again later. */
export type Sender = (act: WaitingAct) => Promise<Sending>;

/** An act to do. */
export type NewAct = Pick<WaitingAct, "kind" | "entity" | "variables">;

/** What waits on this device, as pages show it. */
export type OutboxView = { readonly acts: readonly WaitingAct[]; readonly sending: readonly string[] };

/**
 * The acts that wait for the server: kept in the browser's database before anything is sent, so that a lost network, an expired session
 * or a closed tab loses none. Acts of one entity go one after the other in their order, others side by side; failures are tried again
 * with growing pauses, and at once when the network is back.
 */
class Outbox {
  #person: string | null = null;
  #senders = new Map<string, Sender>();
  #view: OutboxView = { acts: [], sending: [] };
  #listeners = new Set<() => void>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #numbers = 0;

  /** Begins with what this person left behind. Acts of others who use the device stay untouched. */
  async start(person: string): Promise<void> {
    if (this.#person === person) return;
    this.#person = person;
    const acts = (await (await openStore())?.getAllFromIndex("acts", "person", person)) ?? [];
    this.#show({ acts, sending: [] });
    this.#pump();
  }

  /** Teaches the outbox one kind of act; waiting ones of that kind go out. */
  register(kind: string, sender: Sender): void {
    this.#senders.set(kind, sender);
    this.#pump();
  }

  /** Does an act: kept first, then sent. Answers once it is kept. */
  async add(act: NewAct): Promise<void> {
    const person = this.#person;
    if (person === null) throw new Error("Nobody is signed in to do this");
    const whole: WaitingAct = { ...act, person, key: newIdempotencyKey() };
    const number = await (await openStore())?.add("acts", whole);
    this.#numbers += 1;
    this.#show({ ...this.#view, acts: [...this.#view.acts, { ...whole, number: number ?? -this.#numbers }] });
    this.#pump();
  }

  /** Sends what waits without a pause, e.g. on "try again". */
  retry(): void {
    this.#failures = 0;
    this.#pump();
  }

  /** Forgets everything, for whoever signs out. */
  async wipe(): Promise<void> {
    this.#show({ acts: [], sending: [] });
    await wipeStore();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): OutboxView => this.#view;

  #pump(): void {
    clearTimeout(this.#timer);
    const busy = new Set(this.#view.acts.filter((act) => this.#view.sending.includes(act.key)).map((act) => act.entity));
    for (const act of this.#view.acts) {
      if (busy.has(act.entity)) continue;
      busy.add(act.entity);
      const sender = this.#senders.get(act.kind);
      if (sender) void this.#send(act, sender);
    }
  }

  async #send(act: WaitingAct, sender: Sender): Promise<void> {
    this.#show({ ...this.#view, sending: [...this.#view.sending, act.key] });
    let outcome: Sending = "later";
    try {
      outcome = await sender(act);
    } catch {
      // the network did not carry it: it stays
    }
    const sending = this.#view.sending.filter((key) => key !== act.key);
    if (outcome === "later") {
      this.#show({ ...this.#view, sending });
      this.#failures += 1;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#pump(), Math.min(60_000, 1_000 * 2 ** Math.min(this.#failures, 6)));
      return;
    }
    this.#failures = 0;
    if (act.number !== undefined && act.number > 0) await (await openStore())?.delete("acts", act.number);
    this.#show({ acts: this.#view.acts.filter(({ key }) => key !== act.key), sending });
    this.#pump();
  }

  #show(view: OutboxView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

/** The one outbox of this page. */
export const outbox = new Outbox();

onOnlineChange(() => {
  if (isOnline()) outbox.retry();
});
