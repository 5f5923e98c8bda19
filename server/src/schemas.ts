import "reflect-metadata";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type GraphQLSchema, lexicographicSortSchema } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import { applyEdge } from "./kernel/edge/edge.ts";
import { DateTimeScalar } from "./kernel/graphql/scalars.ts";
import { printSdl } from "./kernel/graphql/print-sdl.ts";
import { NodeResolver } from "./nodes.ts";
import { PersonResolver } from "./people/person.resolver.ts";

const appResolvers: NonEmptyArray<new () => object> = [NodeResolver, PersonResolver];

/** The schema of staff, coordinators, chairs, judges and administrators. */
export function buildAppSchema(): Promise<GraphQLSchema> {
  return build(appResolvers);
}

/** The schemas and the files in which they are committed. */
export const SCHEMAS = [{ file: "app.graphql", build: buildAppSchema }] as const;

const schemaFolder = resolve(import.meta.dirname, "../../schema");

/** Writes each schema to its file: `pnpm --filter @isonga/server emit`. */
export async function emitSchemas(): Promise<void> {
  for (const { file, build } of SCHEMAS) await writeFile(resolve(schemaFolder, file), printSdl(await build()));
}

async function build(resolvers: NonEmptyArray<new () => object>): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, orphanedTypes: [], validate: false, scalarsMap: [{ type: Date, scalar: DateTimeScalar }] });
  return lexicographicSortSchema(applyEdge(schema));
}
