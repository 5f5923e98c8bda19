import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { refusalsOf } from "../refusal.ts";

const ASKERS_MISTAKES = new Set<unknown>([
  ...Object.values(ApolloServerErrorCode),
  "BAD_USER_INPUT",
  "PERSISTED_QUERY_NOT_FOUND",
  "QUERY_TOO_COMPLEX",
]);
ASKERS_MISTAKES.delete(ApolloServerErrorCode.INTERNAL_SERVER_ERROR);

/**
 * What the asker is told of an error: a refusal with its code, field and values; a mistake of theirs as it is; anything else is a
 * fault, logged whole under an id of which only the id goes out.
 */
export function maskFaults(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const [refusal] = refusalsOf(cause) ?? [];
    const place = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    if (refusal) {
      const { code, field, values } = refusal;
      return { message: code, ...place, extensions: { code, field, values } };
    }
    const code = formatted.extensions?.["code"];
    if (ASKERS_MISTAKES.has(code)) return { message: formatted.message, ...place, extensions: { code } };
    const faultId = uuidv7();
    log.error({ faultId, err: cause }, "fault");
    return { message: "FAULT", ...place, extensions: { code: "FAULT", faultId } };
  };
}
