import { newIdempotencyKey } from "../apollo/idempotency-key.ts";
import { isOnline, onOnlineChange } from "../online/online.ts";
import { type WaitingAct, wipeStore } from "./store.ts";
import { aloneAmongTabs, onTabs, tellTabs } from "./tabs.ts";
import { actsOf, addAct, dropActs, markSent } from "./waiting-acts.ts";

/** About the longest pause between two tries, in milliseconds: whoever waits sees it go on soon after the server is back. */
const LONGEST_PAUSE = 10_000;

/** Milliseconds until the next try, half as long or half as long again by chance: devices that lost the server together come back apart. */
function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, 1_000 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random());
}

/**
 * What came of sending: done with (whatever the answer was), to be sent again later, or stuck until the person decides: it stays, and so
 * does everything behind it.
 */
export type Sending = "done" | "later" | "stuck";

/** Sends acts of one kind and deals with the server's answer. Throwing means that the network did not carry it: it is sent again later. */
export type Sender = (act: WaitingAct) => Promise<Sending>;

/** An act to do. */
export type NewAct = Pick<WaitingAct, "kind" | "entity" | "variables">;

/** What waits on this device, as pages show it. */
export type OutboxView = { readonly acts: readonly WaitingAct[]; readonly sending: readonly string[] };

/** Makes one act of a waiting one and a new one behind it, or null when both must go. */
export type Join = (waiting: WaitingAct, added: NewAct) => unknown;

/**
 * The acts that wait for the server: kept in the browser's database before anything is sent, so that a lost network, an expired session
 * or a closed tab loses none. Acts of one entity go one after the other in their order, others side by side; failures are tried again
 * with growing pauses, and at once when the network is back. All tabs share the database: one sends, the others see what came of it.
 */
class Outbox {
  #person: string | null = null;
  #senders = new Map<string, Sender>();
  #teach: (kind: string) => void = () => undefined;
  #view: OutboxView = { acts: [], sending: [] };
  /** Entities of the acts that this tab has begun with, by key; of these, the keys on their way; and those that other tabs are sending. */
  #begun = new Map<string, string>();
  #here = new Set<string>();
  #elsewhere: readonly string[] = [];
  #stuck = new Set<string>();
  #listeners = new Set<() => void>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #numbers = 0;

  constructor() {
    onTabs((message) => {
      if (message.about === "acts") void this.#reload();
      if (message.about !== "sending") return;
      this.#elsewhere = message.keys;
      this.#show();
    });
  }

  /** Begins with what this person left behind. Acts of others who use the device stay untouched. */
  async start(person: string): Promise<void> {
    if (this.#person === person) return;
    this.#person = person;
    this.#show(await actsOf(person));
    this.#pump();
  }

  /** Teaches the outbox one kind of act; waiting ones of that kind go out. */
  register(kind: string, sender: Sender): void {
    this.#senders.set(kind, sender);
    this.#pump();
  }

  /** Who fetches a sender when an act waits that nobody here can send yet, e.g. one that another tab left behind. */
  onUnknown(teach: (kind: string) => void): void {
    this.#teach = teach;
    this.#pump();
  }

  /**
   * Does an act: kept first, then sent. Answers its key once it is kept. With `join`, it becomes one with the last act of its entity and kind that
   * no tab has tried to send yet.
   */
  async add(act: NewAct, join?: Join): Promise<string> {
    const person = this.#person;
    if (person === null) throw new Error("Nobody is signed in to do this");
    const whole: WaitingAct = { ...act, person, key: newIdempotencyKey() };
    this.#numbers += 1;
    const added = await addAct(whole, join, -this.#numbers);
    this.#show([...this.#view.acts.filter(({ number }) => number !== added.number), added].sort(byNumber));
    tellTabs({ about: "acts" });
    this.#pump();
    return added.key;
  }

  /** Gives up what waits of an entity, e.g. a draft that the person discards. */
  async forget(entity: string): Promise<void> {
    const gone = this.#view.acts.filter((act) => act.entity === entity);
    await dropActs(gone);
    this.#show(this.#view.acts.filter((act) => act.entity !== entity));
    tellTabs({ about: "acts" });
  }

  /** The acts that stay until their person decides: those that were refused, and what stands behind them. */
  stuck(): readonly WaitingAct[] {
    const { acts } = this.#view;
    return acts.filter(({ entity, number = 0 }) =>
      acts.some((act) => this.#stuck.has(act.key) && act.entity === entity && (act.number ?? 0) <= number),
    );
  }

  /** Sends what waits without a pause, e.g. on "try again". */
  retry(): void {
    this.#failures = 0;
    this.#stuck.clear();
    this.#pump();
  }

  /** Forgets everything, for whoever signs out. */
  async wipe(): Promise<void> {
    this.#show([]);
    await wipeStore();
    tellTabs({ about: "acts" });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): OutboxView => this.#view;

  /** Sends the first act of each entity that is not on its way. */
  #pump(): void {
    this.#stopTimer();
    const busy = new Set(this.#begun.values());
    for (const act of this.#view.acts) {
      if (busy.has(act.entity)) continue;
      busy.add(act.entity);
      if (this.#stuck.has(act.key)) continue;
      const sender = this.#senders.get(act.kind);
      if (sender) void this.#sendAlone(act, sender);
      else this.#teach(act.kind);
    }
  }

  async #sendAlone(act: WaitingAct, sender: Sender): Promise<void> {
    this.#begun.set(act.key, act.entity);
    const outcome = await aloneAmongTabs(`outbox ${act.person} ${act.entity}`, () => this.#send(act, sender));
    this.#begun.delete(act.key);
    if (outcome === null) return this.#lookAgain(ELSEWHERE_MS);
    if (outcome === "later") {
      this.#failures += 1;
      return this.#lookAgain(pauseAfter(this.#failures));
    }
    if (outcome === "stuck") this.#stuck.add(act.key);
    this.#failures = 0;
    this.#pump();
  }

  async #send(act: WaitingAct, sender: Sender): Promise<Sending> {
    if (!(await markSent(act))) {
      await this.#reload();
      return "done";
    }
    this.#tellSending(act.key, true);
    const outcome = await sender(act).catch((): Sending => "later");
    if (outcome === "done") {
      await dropActs([act]);
      this.#show(this.#view.acts.filter(({ key }) => key !== act.key));
      tellTabs({ about: "acts" });
    }
    this.#tellSending(act.key, false);
    return outcome;
  }

  #tellSending(key: string, begins: boolean): void {
    if (begins) this.#here.add(key);
    else this.#here.delete(key);
    tellTabs({ about: "sending", keys: [...this.#here] });
    this.#show();
  }

  /** Reads again what waits, after another tab has changed it, and sends what that tab may have left behind. */
  async #reload(): Promise<void> {
    if (this.#person === null) return;
    const acts = await actsOf(this.#person);
    // A private window keeps nothing: there only this page remembers.
    const onlyHere = this.#view.acts.filter(({ number }) => number !== undefined && number < 0);
    this.#show([...acts, ...onlyHere]);
    if (acts.length > 0 && this.#timer === undefined) this.#lookAgain(ELSEWHERE_MS);
  }

  #lookAgain(pause: number): void {
    this.#stopTimer();
    this.#timer = setTimeout(() => void this.#reload().then(() => this.#pump()), pause);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #show(acts: readonly WaitingAct[] = this.#view.acts): void {
    this.#view = { acts, sending: [...this.#here, ...this.#elsewhere] };
    for (const listener of this.#listeners) listener();
  }
}

const ELSEWHERE_MS = 1_500;

function byNumber(a: WaitingAct, b: WaitingAct): number {
  const [first, second] = [a.number ?? 0, b.number ?? 0];
  return first < 0 && second < 0 ? second - first : first - second;
}

/** The one outbox of this page. */
export const outbox = new Outbox();

onOnlineChange(() => {
  if (isOnline()) outbox.retry();
});
