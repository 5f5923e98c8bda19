import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import { LIMITS } from "@isonga/schema/limits";
import { toNodeHandler } from "better-auth/node";
import compression from "compression";
import express from "express";
import type { Logger } from "pino";
import { type Orm, openOrm, poolOf } from "./database/orm.ts";
import { entities } from "./entities.ts";
import type { Env } from "./env.ts";
import { jobs } from "./jobs.ts";
import { OPERATOR } from "./kernel/actor.ts";
import { createContext, type Context } from "./kernel/context.ts";
import { maskFaults } from "./kernel/edge/mask-faults.ts";
import type { Job } from "./kernel/jobs/jobs.ts";
import { startWorker } from "./kernel/jobs/worker.ts";
import { createAuth } from "./people/auth.ts";
import { contextOfRequest } from "./request-context.ts";
import { buildAppSchema } from "./schemas.ts";

export type AppOptions = {
  /** The validated environment; `port` 0 takes a free one. */
  readonly env: Env;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly log: Logger;
  /** The platform's time; tests turn it. */
  readonly clock?: () => Date;
  /** False only in tests that sign many people in. */
  readonly slowGuessing?: boolean;
};

export type RunningApp = {
  readonly url: string;
  readonly orm: Orm;
  /** A context of the platform itself, for jobs, the demo and the command line. */
  operatorContext(requestId?: string): Context;
  /** Stops taking requests, lets running ones and jobs end, and disconnects. */
  stop(): Promise<void>;
};

/** Composes the whole platform over one database and one port. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { env, log } = options;
  const clock = options.clock ?? (() => new Date());
  const orm = await openOrm({ url: options.databaseUrl, entities, pool: env.databasePool });
  const pool = await poolOf(orm);
  const operatorContext = (requestId = "operator"): Context =>
    createContext({ actor: OPERATOR, language: "en", requestId, log: log.child({ requestId }), em: orm.em.fork({ useContext: true }), clock });
  const auth = createAuth({ pool, secret: options.secret, publicUrl: env.publicUrl, sendReset: async () => undefined, slowGuessing: options.slowGuessing ?? true });

  const apollo = new ApolloServer<Context>({
    schema: await buildAppSchema(),
    formatError: maskFaults(log),
    introspection: true,
    csrfPrevention: true,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.queryTokens },
  });
  await apollo.start();

  const http = express();
  http.disable("x-powered-by");
  http.set("trust proxy", env.trustProxy);
  http.use(compression());
  http.get("/health", (_request, response) => void response.json({ status: "ok" }));
  http.all("/auth/*path", toNodeHandler(auth));
  const context = contextOfRequest({ auth, pool, orm, log, clock });
  http.use("/graphql", express.json({ limit: "5mb" }), expressMiddleware(apollo, { context: ({ req }) => context(req) }));

  const worker = await startWorker({ pool, jobs: jobs as readonly Job<never>[], log, context: operatorContext });
  const server = createServer(http);
  await listen(server, env);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${env.host}:${port}`,
    orm,
    operatorContext,
    async stop() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      });
      await worker.stop();
      await apollo.stop();
      await orm.close();
    },
  };
}

function listen(server: Server, env: Pick<Env, "host" | "port">): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(env.port, env.host, done);
  });
}
