import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "../kernel/context.ts";

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Compiled documents kept at most: compiling one costs up to a millisecond. */
const MOST = 500;

/**
 * Executes queries compiled to JavaScript once a document instead of walking the document at each request. Errors are put back into
 * GraphQL's own form and masked as everywhere; what cannot be compiled is executed as usual.
 */
export function compiledExecution(schema: GraphQLSchema, formatError: FormatError): ApolloServerPlugin<Context> {
  const compiled = new Map<string, CompiledQuery | null>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operationName, operation, queryHash, request, contextValue }) {
          if (operation.operation !== "query") return null;
          const key = `${queryHash}:${operationName ?? ""}`;
          const query = compiled.get(key) ?? compile();
          return query ? respond(query, contextValue, { variables: request.variables ?? {}, formatError }) : null;

          function compile(): CompiledQuery | null {
            if (compiled.has(key)) return null;
            const made = compileQuery(schema, document, operationName ?? "");
            if (compiled.size >= MOST) compiled.delete(compiled.keys().next().value ?? key);
            compiled.set(key, isCompiledQuery(made) ? made : null);
            return isCompiledQuery(made) ? made : null;
          }
        },
      };
    },
  };
}

type Execution = { readonly variables: Readonly<Record<string, unknown>>; readonly formatError: FormatError };

async function respond(query: CompiledQuery, ctx: Context, { variables, formatError }: Execution): Promise<GraphQLResponse> {
  const { data, errors } = await query.query(undefined, ctx, variables);
  // No data at all, not even null: the variables were refused before anything was asked.
  const refused = data === undefined;
  const told = errors?.map((error) => formatError(plain(error, refused ? { code: "BAD_USER_INPUT" } : {}), wrapped(error)));
  return {
    http: { status: refused ? 400 : undefined, headers: new HeaderMap() },
    body: { kind: "single", singleResult: { ...(told ? { errors: told } : {}), data: data ?? null } },
  };
}

/** Compiled errors are GraphQL's in all but class. */
function wrapped(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error.originalError ?? null, extensions: error.extensions ?? {} });
}

function plain({ message, path, locations, extensions }: GraphQLError, more: object): GraphQLFormattedError {
  return { message, ...(path ? { path } : {}), ...(locations ? { locations } : {}), extensions: { ...extensions, ...more } };
}
