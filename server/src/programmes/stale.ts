import { Refusal } from "../kernel/refusal.ts";

/** Refuses STALE_VERSION when somebody else was quicker: what is changed must still be what the change was made from. */
export function refuseStale(thing: { readonly version: number }, change: { readonly version: number }): void {
  if (thing.version !== change.version) throw new Refusal("STALE_VERSION", { field: "version" });
}
