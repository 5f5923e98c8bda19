import { type ASTVisitor, GraphQLError, type SelectionSetNode, type ValidationContext } from "graphql";

/**
 * Refuses operations nested deeper than so many fields, fragments followed; introspection is left alone. A fragment that names itself
 * is another rule's to refuse.
 */
export function limitDepth(most: number): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet, context, new Set());
      if (depth > most)
        context.reportError(new GraphQLError(`This operation is ${depth} levels deep; at most ${most} are answered.`, { nodes: node }));
    },
  });
}

function depthOf(set: SelectionSetNode, context: ValidationContext, within: ReadonlySet<string>): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === "Field") {
      if (selection.name.value.startsWith("__")) continue;
      deepest = Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, within) : 0));
    } else if (selection.kind === "InlineFragment") {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, context, within));
    } else {
      const name = selection.name.value;
      const fragment = within.has(name) ? null : context.getFragment(name);
      if (fragment) deepest = Math.max(deepest, depthOf(fragment.selectionSet, context, new Set([...within, name])));
    }
  }
  return deepest;
}
