import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";
import type { AnyImporter, Importer, ImportKind } from "./importer.ts";

const importers = new Map<ImportKind, AnyImporter>();
let actorFinder: (ctx: Context, personId: string) => Promise<Actor | null> = async () => null;

/** Registers the importers, and how the person who started a run is found again when its job runs; once, at start. */
export function registerImporters(list: readonly AnyImporter[], findActor: typeof actorFinder): void {
  for (const importer of list) importers.set(importer.kind, importer);
  actorFinder = findActor;
}

/** The importer of a kind, its types forgotten: options go through its own schema. Refuses INVALID_VALUE. */
export function importerOf(kind: ImportKind): Importer<object, object> {
  const importer = importers.get(kind);
  if (!importer) throw new Refusal("INVALID_VALUE", { field: "kind" });
  return importer as unknown as Importer<object, object>;
}

/** The person with the grants they have now; null when the account is gone or disabled. */
export function findStarter(ctx: Context, personId: string): Promise<Actor | null> {
  return actorFinder(ctx, personId);
}

/** Every registered importer. */
export function allImporters(): readonly Importer<object, object>[] {
  return [...importers.keys()].map(importerOf);
}
