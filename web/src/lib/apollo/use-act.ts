import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import { type Failure, failureOf, type RefusalLike } from "../refusals/failure.ts";
import { newIdempotencyKey } from "./idempotency-key.ts";

/** One act of a person: do it, whether it is being done, and why it was not. */
export type Act<Data, Variables> = {
  /** The answer, or null when it was refused or failed: then `failure` says why. */
  readonly act: (variables: Variables) => Promise<Data | null>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly forget: () => void;
};

/**
 * Runs a mutation whose document declares `$idempotencyKey: ID`. The same input sent again after a failure carries the same key, so
 * that an act which did arrive is not done twice.
 */
export function useAct<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Act<Data, Omit<Variables, "idempotencyKey">> {
  const [mutate, { loading }] = useMutation<Data, OperationVariables>(document as TypedDocumentNode<Data, OperationVariables>);
  const [failure, setFailure] = useState<Failure | null>(null);
  const last = useRef({ input: "", key: "" });

  const act = useCallback(
    async (variables: Omit<Variables, "idempotencyKey">): Promise<Data | null> => {
      const input = JSON.stringify(variables);
      if (last.current.input !== input) last.current = { input, key: newIdempotencyKey() };
      setFailure(null);
      try {
        const { data } = await mutate({ variables: { ...variables, idempotencyKey: last.current.key } });
        const refusals = refusalsIn(data);
        last.current = { input: "", key: "" };
        if (refusals.length === 0) return data ?? null;
        setFailure({ kind: "refused", refusals });
      } catch (error) {
        setFailure(failureOf(error));
      }
      return null;
    },
    [mutate],
  );
  return { act, busy: loading, failure, forget: useCallback(() => setFailure(null), []) };
}

/** The refusals of all payloads of an answer. */
export function refusalsIn(data: unknown): readonly RefusalLike[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap((payload: { readonly refusals?: readonly RefusalLike[] } | null) => payload?.refusals ?? []);
}
