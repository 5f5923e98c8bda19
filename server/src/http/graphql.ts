import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import { LIMITS } from "@isonga/schema/limits";
import express, { type RequestHandler } from "express";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Context } from "../kernel/context.ts";
import { maskFaults } from "../kernel/edge/mask-faults.ts";
import { limitDepth } from "../kernel/graphql/limit-depth.ts";
import type { ContextOfRequest } from "../request-context.ts";
import { compiledExecution } from "./compiled-execution.ts";
import { knownOperations } from "./known-operations.ts";
import { limitCost } from "./limit-cost.ts";
import { refuseUnstorable } from "./refuse-unstorable.ts";

export type Endpoint = { readonly handlers: readonly RequestHandler[]; stop(): Promise<void> };

export type EndpointParts = {
  readonly log: Logger;
  readonly context: ContextOfRequest;
  /** Open to everybody and the same for everybody: no cookie can be ridden, but what one request may ask is bounded. */
  readonly open?: boolean;
};

/** One schema over HTTP: bounded in tokens and depth, faults masked, no cookie-riding requests from other sites. */
export async function graphqlEndpoint(schema: GraphQLSchema, { log, context, open = false }: EndpointParts): Promise<Endpoint> {
  const formatError = refuseUnstorable(maskFaults(log));
  const off = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()];
  const cost = open ? [limitCost(schema, LIMITS.queryObjects)] : [];
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    introspection: true,
    csrfPrevention: !open,
    plugins: [...off, ...cost, compiledExecution(schema, formatError)],
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.queryTokens },
    validationRules: [knownOperations, limitDepth(LIMITS.queryDepth)],
  });
  await apollo.start();
  return {
    handlers: [express.json({ limit: "5mb" }), expressMiddleware(apollo, { context: ({ req }) => context(req) })],
    stop: () => apollo.stop(),
  };
}
