import type { Pool } from "pg";
import { innovationsImporter } from "./innovations/import/import-innovations.ts";
import { regionalImporter } from "./innovations/import/import-regional.ts";
import { assignmentsImporter } from "./judging/assignment/from-file/import-assignments.ts";
import { marksImporter } from "./judging/marks-import/import-marks.ts";
import type { Actor } from "./kernel/actor.ts";
import type { Context } from "./kernel/context.ts";
import type { AnyImporter } from "./kernel/imports/importer.ts";
import { registerImporters } from "./kernel/imports/registry.ts";
import { findActor } from "./people/find-actor.ts";
import { importPlaces } from "./places/import/import-places.ts";
import { reportsImporter } from "./services/import-reports.ts";
import { servicesImporter } from "./services/import-services.ts";

/** Everything that can be imported. */
const importers = [
  assignmentsImporter,
  importPlaces,
  innovationsImporter,
  marksImporter,
  regionalImporter,
  reportsImporter,
  servicesImporter,
] as unknown as readonly AnyImporter[];

/** Makes the importers known; the app and the command line do so once, before anything else. */
export function provideImporters(): void {
  registerImporters(importers, actorById);
}

async function actorById(ctx: Context, personId: string): Promise<Actor | null> {
  const pool = (await ctx.em.getConnection().getNativeClient()) as Pool;
  return (await findActor(pool, personId, ctx.now()))?.actor ?? null;
}
