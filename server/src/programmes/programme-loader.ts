import DataLoader from "dataloader";
import { type Context, memoized } from "../kernel/context.ts";
import { listProgrammes } from "./list-programmes.ts";
import type { Programme } from "./programme.type.ts";

/** Programmes by id that the actor may see, read once a request: there are few. */
export function programmeLoader(ctx: Context): DataLoader<string, Programme | null> {
  return memoized(ctx, programmeLoader, () => {
    return new DataLoader<string, Programme | null>(async (ids) => {
      const byId = new Map((await listProgrammes(ctx)).map((programme) => [programme.id, programme]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}
