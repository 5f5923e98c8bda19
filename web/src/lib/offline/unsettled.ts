import { isOnline } from "../online/online.ts";
import { outbox } from "./outbox.ts";
import { keptBeginning } from "./store.ts";

/** What lies on this device and the server does not have, by what becomes of it; each a number of changes. */
export type Unsettled = {
  /** On its way, or waiting its turn. */
  readonly going: number;
  /** Waits until the server can be reached. */
  readonly waiting: number;
  /** The server or the page said no: it stays until its person changes it or gives it up. */
  readonly refused: number;
  /** Somebody else changed the same: the person chooses. */
  readonly conflict: number;
};

/** What stands in a kept thing that its person wrote and that met something else: of an entry (with why), or of a scorecard. */
type KeptThing = { readonly unsent?: Readonly<Record<string, { readonly why?: string }>>; readonly conflicts?: object };

/** What would be lost if this person left now. */
export async function countUnsettled(person: string): Promise<Unsettled> {
  const written = await Promise.all(["entry ", "judging card "].map((prefix) => keptBeginning<KeptThing>(person, prefix)));
  // Of a month's grid, its cells by name: no figure at all, changed by somebody else meanwhile, or refused.
  const months = await keptBeginning<NonNullable<KeptThing["unsent"]>>(person, "unsent ");
  const things = written.flatMap((kept) => [...kept.values()]);
  const said = [...things.map(({ unsent = {} }) => unsent), ...months.values()].flatMap((unsent) => Object.values(unsent));
  const chosen = things.reduce((sum, { conflicts = {} }) => sum + Object.keys(conflicts).length, 0);
  const conflict = said.filter(({ why }) => why === "conflict").length;
  const stuck = outbox.stuck().length;
  const left = outbox.view().acts.length - stuck;
  return {
    going: isOnline() ? left : 0,
    waiting: isOnline() ? 0 : left,
    refused: stuck + said.length - conflict,
    conflict: conflict + chosen,
  };
}
