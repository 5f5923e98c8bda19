import { keptBeginning } from "./store.ts";

/** What stands in a kept thing that its person wrote and that met something else: of an entry, or of a scorecard. */
type Unsettled = { readonly unsent?: object; readonly conflicts?: object };

/** How many things lie on this device, beside the acts that wait, that were written here and that the server does not have. */
export async function countUnsettled(person: string): Promise<number> {
  const written = await Promise.all(["entry ", "judging card "].map((prefix) => keptBeginning<Unsettled>(person, prefix)));
  // Of a month's grid, its cells by name: no figure at all, changed by somebody else meanwhile, or refused.
  const months = await keptBeginning<object>(person, "unsent ");
  const things: readonly object[] = [
    ...written.flatMap((kept) => [...kept.values()].map(({ unsent, conflicts }) => ({ ...unsent, ...conflicts }))),
    ...months.values(),
  ];
  return things.reduce((sum, thing) => sum + Object.keys(thing).length, 0);
}
