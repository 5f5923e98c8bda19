import { GraphQLError } from "graphql";
import type { FormatError } from "./compiled-execution.ts";

/** PostgreSQL's codes for text that it can hold nowhere: a NUL character, half a surrogate pair. */
const UNSTORABLE = new Set<unknown>(["22021", "22P05"]);

/** Tells the asker of text that no database could hold (INVALID_VALUE) instead of calling it a fault of ours. */
export function refuseUnstorable(inner: FormatError): FormatError {
  return (formatted, error) => {
    const cause: unknown = error instanceof GraphQLError ? error.originalError : error;
    const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
    if (!UNSTORABLE.has(code)) return inner(formatted, error);
    const place = formatted.path ? { path: formatted.path } : {};
    return { message: "INVALID_VALUE", ...place, extensions: { code: "INVALID_VALUE", field: null, values: {} } };
  };
}
