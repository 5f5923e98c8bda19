import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";

/** Refuses kinds of operations that the schema does not have: without it a mutation of a schema for readers passes validation and faults. */
export function knownOperations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation))
        context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: node }));
    },
  };
}
