import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { print } from "graphql";
import { useEffect, useState } from "react";

/** What a subscription says now. `ended`: it was refused, or the session ran out; what came last still stands. */
export type StreamState<Data> = { readonly data: Data | null; readonly state: "connecting" | "live" | "ended" };

/** Subscribes as long as the page is there. A connection that breaks is taken up again by the browser itself. */
export function useStream<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): StreamState<Data> {
  const [heard, setHeard] = useState<StreamState<Data>>({ data: null, state: "connecting" });
  const asked = new URLSearchParams({ query: print(document), variables: JSON.stringify(variables) }).toString();
  useEffect(() => {
    const source = new EventSource(`/graphql/stream?${asked}`);
    const end = (): void => {
      source.close();
      setHeard(({ data }) => ({ data, state: "ended" }));
    };
    source.addEventListener("next", (event: MessageEvent<string>) => {
      const { data, errors }: { readonly data?: Data | null; readonly errors?: unknown } = JSON.parse(event.data);
      if (errors !== undefined || !data) end();
      else setHeard({ data, state: "live" });
    });
    source.addEventListener("complete", end);
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) end();
      else setHeard(({ data }) => ({ data, state: "connecting" }));
    });
    return () => source.close();
  }, [asked]);
  return heard;
}
