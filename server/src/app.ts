import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { toNodeHandler } from "better-auth/node";
import compression from "compression";
import express from "express";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { listenToChannel } from "./database/changes.ts";
import { type Orm, openOrm, poolOf } from "./database/orm.ts";
import { entities } from "./entities.ts";
import type { Env } from "./env.ts";
import { listenToEvents } from "./events.ts";
import { answerFaults } from "./http/faults.ts";
import { graphqlEndpoint } from "./http/graphql.ts";
import { graphqlStream } from "./http/graphql-stream.ts";
import { securityHeaders } from "./http/headers.ts";
import { healthRoutes } from "./http/health.ts";
import { publicPages } from "./http/public-pages.ts";
import { webAppRoutes } from "./http/web-app.ts";
import { provideImporters } from "./importers.ts";
import { scheduleCustodyReminders } from "./innovations/custody/reminders/remind-custody.ts";
import { evidenceRoutes } from "./innovations/evidence/evidence.routes.ts";
import { evidenceUpload } from "./innovations/evidence/evidence-upload.ts";
import { scheduleEvidenceTidying } from "./innovations/evidence/tidy-evidence.ts";
import { scheduleFolding } from "./innovations/index/fold-touches.ts";
import { printRoutes } from "./innovations/print/print.routes.ts";
import { configureTranslator } from "./innovations/translation/machine-translator.ts";
import { jobs } from "./jobs.ts";
import { scheduleConflictWatch } from "./judging/conflicts/watch-conflicts.ts";
import { deskRoutes } from "./judging/desk/desk.routes.ts";
import { takeObjection } from "./judging/objections/take-objection.ts";
import { sheetRoutes } from "./judging/paper/sheet.routes.ts";
import { OPERATOR } from "./kernel/actor.ts";
import { type Context, createContext } from "./kernel/context.ts";
import { type Files, openFiles } from "./kernel/files/files.ts";
import { scheduleUploadRemoval } from "./kernel/files/remove-expired-uploads.ts";
import { uploadHandler } from "./kernel/files/uploads.ts";
import { importRoutes } from "./kernel/imports/import.routes.ts";
import { endAbandonedRuns } from "./kernel/imports/run-store.ts";
import type { Job } from "./kernel/jobs/jobs.ts";
import { startWorker } from "./kernel/jobs/worker.ts";
import { configureMail } from "./mail/mailer.ts";
import { partnerHandlers } from "./partners/partner-endpoint.ts";
import { watchPublicEpoch } from "./partners/public-epoch.ts";
import { resultFiles } from "./partners/result-files.ts";
import { openAuth } from "./people/open-auth.ts";
import { tellClientAddress } from "./people/sign-in/client-address.ts";
import { inReadersLanguage } from "./people/sign-in/refusal-language.ts";
import { sameOrigin } from "./people/sign-in/same-origin.ts";
import { roundFileRoutes } from "./programmes/exchange/round-file.routes.ts";
import { contextOfRequest, publicContextOfRequest } from "./request-context.ts";
import { buildAppSchema, buildPartnerSchema } from "./schemas.ts";

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
  /** A context of the platform itself, for jobs, the demo and the command line; at another instant where the demo tells of the past. */
  operatorContext(requestId?: string, instant?: string): Context;
  /** Stops taking requests, lets running ones and jobs end, and disconnects. */
  stop(): Promise<void>;
};

/** Composes the whole platform over one database and one port. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { env, log } = options;
  const clock = options.clock ?? (() => new Date());
  const orm = await openOrm({ url: options.databaseUrl, entities, pool: env.databasePool });
  const pool = await poolOf(orm);
  const files = openFiles(env);
  provideImporters();
  listenToEvents();
  const operatorContext = (requestId = "operator", instant?: string): Context =>
    createContext({
      actor: OPERATOR,
      language: "en",
      requestId,
      log: log.child({ requestId }),
      em: orm.em.fork({ useContext: true }),
      clock: instant ? () => new Date(instant) : clock,
      files,
    });
  const { http, stop: stopHttp } = await composeHttp({ options, orm, pool, clock, files, operatorContext });
  await endAbandonedRuns(operatorContext("start"));
  await scheduleUploadRemoval(operatorContext("start"));
  await scheduleFolding(operatorContext("start"));
  await scheduleCustodyReminders(operatorContext("start"));
  await scheduleConflictWatch(operatorContext("start"));
  await scheduleEvidenceTidying(operatorContext("start"));
  const worker = await startWorker({ pool, jobs: jobs as readonly Job<never>[], log, context: operatorContext });
  const server = createServer(http);
  await listen(server, env);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${env.host}:${port}`,
    orm,
    operatorContext,
    async stop() {
      await stopHttp(server);
      await worker.stop();
      await orm.close();
    },
  };
}

type HttpParts = {
  readonly options: AppOptions;
  readonly orm: Orm;
  readonly pool: Pool;
  readonly clock: () => Date;
  readonly files: Files;
  readonly operatorContext: RunningApp["operatorContext"];
};

/** Everything that answers on the port, in the order in which it is asked. */
async function composeHttp({ options, orm, pool, clock, files, operatorContext }: HttpParts) {
  const { env, log } = options;
  let stopping = false;
  configureTranslator(env.translator);
  configureMail(orm, { publicUrl: env.publicUrl, smtpUrl: env.smtpUrl, from: env.mailFrom, folder: join(env.dataFolder, "mail") });
  const auth = openAuth({
    pool,
    secret: options.secret,
    publicUrl: env.publicUrl,
    log,
    platform: () => operatorContext("auth"),
    slowGuessing: options.slowGuessing ?? true,
  });
  const context = contextOfRequest({ auth, pool, orm, log, clock, files });
  const appSchema = await buildAppSchema();
  const app = await graphqlEndpoint(appSchema, { log, context });
  const changes = listenToChannel(options.databaseUrl, "isonga_judging", log);
  const stream = graphqlStream(appSchema, { log, context, changes });
  const epoch = watchPublicEpoch(options.databaseUrl, log, clock);
  const publicContext = publicContextOfRequest({ orm, log, clock });
  const partnerSchema = await buildPartnerSchema();
  const partner = await graphqlEndpoint(partnerSchema, { log, context: publicContext, open: true });

  const http = express();
  http.disable("x-powered-by");
  http.set("trust proxy", env.trustProxy);
  http.use(healthRoutes(pool, () => stopping));
  http.use("/partner/graphql", ...partnerHandlers(epoch), ...partner.handlers);
  http.use(securityHeaders(env.publicUrl));
  http.use(resultFiles({ epoch, context: publicContext }));
  http.get("/graphql/stream", sameOrigin(env.publicUrl), stream.handler);
  http.use(compression());
  http.all("/auth/*path", tellClientAddress, toNodeHandler(inReadersLanguage(auth)));
  http.use("/graphql", sameOrigin(env.publicUrl), ...app.handlers);
  const upload = uploadHandler({ files, publicUrl: env.publicUrl, contextOf: context, purposes: [evidenceUpload] });
  http.all(["/files", "/files/*path"], sameOrigin(env.publicUrl), upload);
  http.use(importRoutes(context));
  http.use(evidenceRoutes(context));
  http.use(printRoutes(context));
  http.use(deskRoutes(context));
  http.use(sheetRoutes(context));
  http.use(roundFileRoutes(context));
  http.use(webAppRoutes());
  http.use(publicPages({ schema: partnerSchema, context: publicContext, epoch, origin: env.publicUrl, log, object: takeObjection(pool) }));
  http.use(answerFaults(log));
  return {
    http,
    async stop(server: Server) {
      stopping = true;
      stream.stop();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      });
      await Promise.all([app.stop(), partner.stop(), epoch.stop(), changes.stop()]);
    },
  };
}

function listen(server: Server, env: Pick<Env, "host" | "port">): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(env.port, env.host, done);
  });
}
