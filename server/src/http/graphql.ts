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

export type Endpoint = { readonly handlers: readonly RequestHandler[]; stop(): Promise<void> };

/** One schema over HTTP: bounded in tokens and depth, faults masked, no cookie-riding requests from other sites. */
export async function graphqlEndpoint(
  schema: GraphQLSchema,
  parts: { readonly log: Logger; readonly context: ContextOfRequest },
): Promise<Endpoint> {
  const formatError = maskFaults(parts.log);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    introspection: true,
    csrfPrevention: true,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), compiledExecution(schema, formatError)],
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.queryTokens },
    validationRules: [limitDepth(LIMITS.queryDepth)],
  });
  await apollo.start();
  return {
    handlers: [express.json({ limit: "5mb" }), expressMiddleware(apollo, { context: ({ req }) => parts.context(req) })],
    stop: () => apollo.stop(),
  };
}
