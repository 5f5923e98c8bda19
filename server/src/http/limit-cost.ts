import type { ApolloServerPlugin } from "@apollo/server";
import { LIMITS } from "@isonga/schema/limits";
import { GraphQLError, type GraphQLField, type GraphQLSchema, getNamedType, getNullableType, isCompositeType, isListType } from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import type { Context } from "../kernel/context.ts";

/** What a list without page arguments is taken to hold: prizes, metrics, stages, ancestors. */
const SHORT_LIST = 5;
/** Costs kept at most; one is computed in a fraction of a millisecond. */
const MOST = 1_000;

/**
 * Refuses (QUERY_TOO_COMPLEX) an operation that could answer more than `most` objects: pages are counted as full, and pages within pages
 * multiply. Depth alone would allow a hundred times a hundred times a hundred.
 */
export function limitCost(schema: GraphQLSchema, most: number): ApolloServerPlugin<Context> {
  const costs = new Map<string, number>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operationName, queryHash, request }) {
          const variables = request.variables ?? {};
          const key = `${queryHash} ${operationName ?? ""} ${JSON.stringify(variables, numbersAndFlags)}`;
          const known = costs.get(key);
          const cost = known ?? costOf({ schema, query: document, variables, ...(operationName ? { operationName } : {}) });
          if (known === undefined) {
            if (costs.size >= MOST) costs.clear();
            costs.set(key, cost);
          }
          if (cost > most)
            throw new GraphQLError(`This operation may answer ${cost} objects; at most ${most} are answered at once.`, {
              extensions: { code: "QUERY_TOO_COMPLEX", http: { status: 400 } },
            });
        },
      };
    },
  };
}

/** Variables of the wrong type cost nothing here: the execution refuses them. */
function costOf(operation: Omit<Parameters<typeof getComplexity>[0], "estimators">): number {
  try {
    return getComplexity({ ...operation, estimators: [objects] });
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** Of the variables only page sizes and what includes or skips can change the cost. */
function numbersAndFlags(key: string, value: unknown): unknown {
  return key === "" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Objects that a field may answer; a scalar costs nothing beside the object that it is of. */
const objects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!isCompositeType(getNamedType(field.type))) return 0;
  if (isPaged(field)) return 1 + pageSize(args) * childComplexity;
  const isShortList = isListType(getNullableType(field.type)) && field.name !== "nodes" && field.name !== "edges";
  return (isShortList ? SHORT_LIST : 1) * (1 + childComplexity);
};

function isPaged({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === "first") && args.some(({ name }) => name === "last");
}

/** A page too large is refused by the list itself, with a better reason. */
function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const asked = typeof last === "number" ? last : typeof first === "number" ? first : LIMITS.pageSizeDefault;
  return Math.min(Math.max(asked, 0), LIMITS.pageSize);
}
