import { type GraphQLField, type GraphQLFieldResolver, GraphQLID, type GraphQLSchema } from "graphql";
import { hasRole, withLent } from "../actor.ts";
import { authorize } from "../authorize.ts";
import type { Context } from "../context.ts";
import type { Guard } from "../graphql/guard.ts";
import { answerRefusals } from "./answer-refusals.ts";
import { atomic } from "./atomic.ts";
import { trace } from "./trace.ts";

export type RootResolver = GraphQLFieldResolver<unknown, Context>;
export type RootField = GraphQLField<unknown, Context>;

/**
 * Puts the edge around every root field, outermost first: trace, (faults are masked by the server's `formatError`), answer refusals,
 * atomic. Gives each mutation its `idempotencyKey`; a subscription is guarded when it begins, and asks its policy again with every event. Throws at start when a root field has no guard: closed is the default.
 */
export function applyEdge(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) field.resolve = trace(field, guarded(field));
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.args = [...field.args, { ...IDEMPOTENCY_KEY }];
    field.resolve = trace(field, answerRefusals(atomic(field, guarded(field))));
  }
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) field.subscribe = guarded(field, field.subscribe);
  return schema;
}

const IDEMPOTENCY_KEY = {
  name: "idempotencyKey",
  description:
    "Chosen by the caller for one act, e.g. a UUID: a repeat with the same key and input gets the first answer and does nothing twice.",
  type: GraphQLID,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
};

function guarded(field: RootField, inner: RootResolver | undefined = field.resolve): RootResolver {
  const guard = field.extensions["guard"] as Guard | undefined;
  const isLent = field.extensions["lent"] === true;
  if (guard === undefined) throw new Error(`The root field ${field.name} has no guard: add @Public, @SignedIn or @ForRoles`);
  if (inner === undefined) throw new Error(`The root field ${field.name} has no resolver`);
  return (source, args, ctx, info) => {
    if (guard === "SIGNED_IN") authorize(ctx.actor, ctx.actor.kind !== "PUBLIC");
    else if (guard !== "PUBLIC") authorize(ctx.actor, hasRole(isLent ? withLent(ctx.actor) : ctx.actor, ...guard));
    return inner(source, args, ctx, info);
  };
}
