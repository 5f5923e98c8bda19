import { keptBeginning } from "./store.ts";

/** What stands in a kept thing that its person wrote and that met something else: of an entry, or of a scorecard. */
type Unsettled = { readonly unsent?: object; readonly conflicts?: object };

/** How many things lie on this device, beside the acts that wait, that were written here and that the server does not have. */
export async function countUnsettled(person: string): Promise<number> {
  const found = await Promise.all(["entry ", "judging card "].map((prefix) => keptBeginning<Unsettled>(person, prefix)));
  const things = found.flatMap((kept) => [...kept.values()]);
  return things.reduce((sum, { unsent, conflicts }) => sum + Object.keys({ ...unsent, ...conflicts }).length, 0);
}
