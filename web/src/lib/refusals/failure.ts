import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";
import { REFUSAL_CODES, type RefusalCode } from "@isonga/schema/refusal-codes";
import { isUnreached } from "./unreached.ts";

/** A "no" of the server, as payloads and errors carry it. */
export type RefusalLike = {
  readonly code: RefusalCode;
  readonly field?: string | null;
  readonly values?: unknown;
};

/** Why something did not happen: the server said no, the network did not carry it, or something broke, with an id to quote. */
export type Failure =
  | { readonly kind: "refused"; readonly refusals: readonly RefusalLike[] }
  | { readonly kind: "network" }
  | { readonly kind: "fault"; readonly faultId: string | null };

/** Sorts what an operation threw or answered as its error. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const refusals = error.errors.flatMap(({ extensions }) => readRefusal(extensions));
    if (refusals.length > 0) return { kind: "refused", refusals };
    const faultId = error.errors.map(({ extensions }) => extensions?.["faultId"]).find((id) => typeof id === "string");
    return { kind: "fault", faultId: typeof faultId === "string" ? faultId : null };
  }
  if (ServerError.is(error) || ServerParseError.is(error)) return { kind: "fault", faultId: `HTTP ${error.statusCode}` };
  return isUnreached(error) ? { kind: "network" } : { kind: "fault", faultId: null };
}

function readRefusal(extensions: Readonly<Record<string, unknown>> | undefined): readonly RefusalLike[] {
  const code = REFUSAL_CODES.find((candidate) => candidate === extensions?.["code"]);
  if (code === undefined) return [];
  const field = extensions?.["field"];
  return [{ code, field: typeof field === "string" ? field : null, values: extensions?.["values"] }];
}
