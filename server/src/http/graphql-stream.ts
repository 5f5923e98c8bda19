import { LIMITS } from "@isonga/schema/limits";
import type { Request, RequestHandler, Response } from "express";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from "graphql";
import type { Logger } from "pino";
import type { Context } from "../kernel/context.ts";
import { maskFaults } from "../kernel/edge/mask-faults.ts";
import { limitDepth } from "../kernel/graphql/limit-depth.ts";
import { type Changes, streaming } from "../kernel/graphql/stream.ts";
import type { ContextOfRequest } from "../request-context.ts";

/** Subscriptions of one person at a time; more are refused. */
export const STREAMS_A_PERSON = 12;

const HEARTBEAT_MS = 15_000;

export type StreamParts = { readonly log: Logger; readonly context: ContextOfRequest; readonly changes: Changes };
export type StreamEndpoint = { readonly handler: RequestHandler; readonly stop: () => void };

/**
 * Subscriptions as server-sent events, one operation a connection (`?query=…&variables=…`): each answer is an event `next`, the end an event
 * `complete`, as in the GraphQL over SSE protocol's distinct connections. Nothing but subscriptions is answered here.
 */
export function graphqlStream(schema: GraphQLSchema, { log, context, changes }: StreamParts): StreamEndpoint {
  const mask = maskFaults(log);
  const format = (error: unknown) => mask(error instanceof GraphQLError ? error.toJSON() : { message: "FAULT" }, error);
  const running = new Set<AbortController>();
  const held = new Map<string, number>();

  async function answer(request: Request, response: Response): Promise<void> {
    const asked = readOperation(schema, request.query);
    if ("errors" in asked) {
      response.status(400).json({ errors: asked.errors.map(format) });
      return;
    }
    const ctx = await context(request);
    const who = ctx.actor.id ?? "public";
    if ((held.get(who) ?? 0) >= STREAMS_A_PERSON) {
      response.status(429).json({ errors: [{ message: "TOO_MANY", extensions: { code: "TOO_MANY" } }] });
      return;
    }
    const ends = new AbortController();
    running.add(ends);
    held.set(who, (held.get(who) ?? 0) + 1);
    response.once("close", () => ends.abort());
    const stream = { changes, signal: ends.signal, again: () => context(request) };
    try {
      await sendEvents(response, ends.signal, { schema, ...asked, contextValue: streaming(ctx, stream) }, format);
    } finally {
      running.delete(ends);
      const left = (held.get(who) ?? 1) - 1;
      if (left > 0) held.set(who, left);
      else held.delete(who);
    }
  }
  return {
    handler: (request, response, next) => {
      answer(request, response).catch(next);
    },
    stop() {
      for (const ends of running) ends.abort();
    },
  };
}

type Operation = { readonly document: DocumentNode; readonly variableValues: Readonly<Record<string, unknown>> };
type Format = (error: unknown) => unknown;

/** The one subscription that is asked, or what is wrong with the question. */
function readOperation(
  schema: GraphQLSchema,
  { query, variables }: Request["query"],
): Operation | { readonly errors: readonly GraphQLError[] } {
  const mistake = (message: string) => ({ errors: [new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } })] });
  if (typeof query !== "string") return mistake("There is no query.");
  try {
    const variableValues: unknown = typeof variables === "string" ? JSON.parse(variables) : {};
    if (typeof variableValues !== "object" || variableValues === null) return mistake("The variables are no object.");
    const document = parse(query, { maxTokens: LIMITS.queryTokens });
    if (getOperationAST(document)?.operation !== "subscription") return mistake("Here is one subscription answered, and nothing else.");
    const [first] = validate(schema, document, [...specifiedRules, limitDepth(LIMITS.queryDepth)]);
    return first ? mistake(first.message) : { document, variableValues: { ...variableValues } };
  } catch {
    return mistake("The question cannot be read.");
  }
}

type Subscribing = Operation & { readonly schema: GraphQLSchema; readonly contextValue: Context };

async function sendEvents(response: Response, signal: AbortSignal, asked: Subscribing, format: Format): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write(":\n\n");
  const say = (result: ExecutionResult) => {
    const { data, errors } = result;
    const said = { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map(format) } : {}) };
    response.write(`event: next\ndata: ${JSON.stringify(said)}\n\n`);
  };
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS);
  try {
    const found = await subscribe(asked);
    if (!(Symbol.asyncIterator in found)) say(found);
    else for await (const result of found) if (!signal.aborted) say(result);
  } catch (error) {
    if (!signal.aborted) response.write(`event: next\ndata: ${JSON.stringify({ errors: [format(error)] })}\n\n`);
  } finally {
    clearInterval(heartbeat);
  }
  response.end("event: complete\ndata: {}\n\n");
}
