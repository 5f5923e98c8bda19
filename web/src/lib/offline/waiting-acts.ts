import type { Join, NewAct } from "./outbox.ts";
import { openStore, type WaitingAct } from "./store.ts";

/** What a person's acts wait in the device's database, in their order. */
export async function actsOf(person: string): Promise<readonly WaitingAct[]> {
  return (await (await openStore())?.getAllFromIndex("acts", "person", person)) ?? [];
}

/**
 * Keeps an act and gives it its number; without a database `spare` is its number. With `join` it may take the place of the last act of its
 * entity, if that is of its kind and nobody has tried to send it.
 */
export async function addAct(act: WaitingAct, join: Join | undefined, spare: number): Promise<WaitingAct> {
  const database = await openStore();
  if (!database) return { ...act, number: spare };
  const transaction = database.transaction("acts", "readwrite");
  const waiting = (await transaction.store.index("person").getAll(act.person)).filter(({ entity }) => entity === act.entity);
  const target = join
    ? waiting.findLast((candidate) => candidate.kind === act.kind && !candidate.sent && joined(candidate, act, join))
    : undefined;
  const variables = target && join ? join(target, act) : act.variables;
  const kept = { ...act, variables, ...(target?.number === undefined ? {} : { number: target.number }) };
  const number = await transaction.store.put(kept);
  await transaction.done;
  return { ...kept, number };
}

/** Notes that an act is tried. False when it is no longer there as it was: another tab has sent or changed it. */
export async function markSent(act: WaitingAct): Promise<boolean> {
  const database = await openStore();
  if (!database || act.number === undefined || act.number < 0) return true;
  const transaction = database.transaction("acts", "readwrite");
  const found = await transaction.store.get(act.number);
  const same = found?.key === act.key;
  if (found && same && !found.sent) await transaction.store.put({ ...found, sent: true });
  await transaction.done;
  return same;
}

/** Forgets acts that are done. */
export async function dropActs(acts: readonly WaitingAct[]): Promise<void> {
  const database = await openStore();
  for (const { number } of acts) if (number !== undefined && number > 0) await database?.delete("acts", number);
}

function joined(waiting: WaitingAct, added: NewAct, join: Join): boolean {
  return join(waiting, added) !== null;
}
