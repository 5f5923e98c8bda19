import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startApp } from "@isonga/server/app";
import { loadDemo } from "@isonga/server/demo/load-demo";
import { readEnv } from "@isonga/server/env";
import { createLog } from "@isonga/server/log";
import pg from "pg";
import { administer, templateName, testCluster, withDatabase } from "../database.ts";

/** The day on which the demo of tests was loaded: October has been reported, November is being counted, nothing ends soon. */
export const DEMO_DAY = "2026-11-05T09:00:00+02:00";

/**
 * Name of a database with the whole demo, to copy from: loaded through the doors that everybody uses, by whoever asks first in a run;
 * others who ask meanwhile wait.
 */
export async function demoTemplate(): Promise<string> {
  const cluster = testCluster();
  const client = new pg.Client(cluster.adminUrl);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(20221125)");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
    if (rowCount === 0) await make();
  } finally {
    await client.end();
  }
  return NAME;
}

/** Copies the files of the demo's evidence into the data folder of a world that was copied from the template. */
export async function copyDemoFiles(dataFolder: string): Promise<void> {
  await cp(join(demoFolder(), "kept"), join(dataFolder, "kept"), { recursive: true });
}

const NAME = "isonga_demo";

function demoFolder(): string {
  return join(testCluster().folder, NAME);
}

/** Made under another name, so that one that was cut short is never copied. */
async function make(): Promise<void> {
  const cluster = testCluster();
  const draft = `${NAME}_draft`;
  await administer(
    cluster,
    `drop database if exists ${draft} with (force)`,
    `create database ${draft} owner isonga_owner template ${templateName}`,
  );
  await fill(withDatabase(cluster.appUrl, draft));
  await administer(cluster, `alter database ${draft} rename to ${NAME}`, `alter database ${NAME} allow_connections false`);
}

async function fill(databaseUrl: string): Promise<void> {
  const dataFolder = demoFolder();
  await rm(dataFolder, { recursive: true, force: true });
  await mkdir(dataFolder);
  const app = await startApp({
    env: { ...readEnv({ ISONGA_DATA: dataFolder, DATABASE_URL: databaseUrl, DATABASE_POOL: "4", DEMO: "false" }), port: 0 },
    databaseUrl,
    secret: "the secret of a demo that nobody signs in to",
    log: createLog({ level: process.env["TEST_LOG"] ?? "silent", format: "json" }),
    clock: () => new Date(DEMO_DAY),
  });
  try {
    await loadDemo({ contextAt: (instant) => app.operatorContext("demo", instant), step: () => undefined });
  } finally {
    await app.stop();
  }
}
