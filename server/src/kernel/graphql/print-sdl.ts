import { type GraphQLSchema, printSchema } from "graphql";

/** The SDL as it is committed: sorted, with a first line that says where it comes from. */
export function printSdl(schema: GraphQLSchema): string {
  return `# Emitted from the server's resolvers by \`pnpm --filter @isonga/server emit\`; not edited by hand.\n\n${printSchema(schema)}\n`;
}
