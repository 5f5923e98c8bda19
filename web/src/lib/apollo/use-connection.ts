import type { ErrorLike, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useCallback } from "react";

/** The part of a Relay connection that pages select: `nodes { … } pageInfo { hasNextPage endCursor }`. */
export type ConnectionLike<Node> = {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** A list that grows by pages. */
export type ConnectionRows<Data, Node> = {
  readonly data: Data | undefined;
  readonly rows: readonly Node[];
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly error: ErrorLike | undefined;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly refetch: () => void;
};

/**
 * A keyset-paged list. The document declares `$after: String`; `pick` finds the connection in the answer (keep it stable: a function
 * outside of the component). Another filter or order in `variables` starts again at the first page.
 */
export function useConnection<Data, Variables extends OperationVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  options: { readonly variables: Omit<Variables, "after">; readonly pick: (data: Data) => ConnectionLike<Node> | null | undefined },
): ConnectionRows<Data, Node> {
  const { pick, variables } = options;
  const query = useQuery<Data, OperationVariables>(document as TypedDocumentNode<Data, OperationVariables>, {
    variables: { ...variables, after: null },
    notifyOnNetworkStatusChange: true,
  });
  const data = query.dataState === "complete" ? (query.data as Data) : undefined;
  const connection = data === undefined ? undefined : pick(data);
  const after = connection?.pageInfo.endCursor ?? null;
  const { fetchMore } = query;

  const loadMore = useCallback(() => {
    const merge = (previous: unknown, { fetchMoreResult }: { readonly fetchMoreResult: unknown }): Data =>
      append(previous as Data, fetchMoreResult as Data, pick);
    fetchMore({ variables: { after }, updateQuery: merge }).catch(() => undefined);
  }, [fetchMore, after, pick]);

  return {
    data,
    rows: connection?.nodes ?? NONE,
    loading: query.loading && data === undefined,
    loadingMore: query.loading && data !== undefined,
    error: query.error,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadMore,
    refetch: () => void query.refetch(),
  };
}

const NONE: readonly never[] = [];

/** The earlier answer with the later page at its end, wherever in the answer the connection stands. */
export function append<Data, Node>(earlier: Data, later: Data, pick: (data: Data) => ConnectionLike<Node> | null | undefined): Data {
  const before = pick(earlier);
  const after = pick(later);
  if (!before || !after) return earlier;
  return replace(earlier, before, { ...before, ...after, nodes: [...before.nodes, ...after.nodes] });
}

/** The same tree with one of its objects exchanged for another. */
function replace<Tree>(tree: Tree, target: unknown, replacement: unknown): Tree {
  if (tree === target) return replacement as Tree;
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, replace(value, target, replacement)])) as Tree;
}
