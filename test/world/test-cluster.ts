import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../server/src/database/embedded.ts";
import { migrate } from "../../server/src/database/migrate.ts";
import { administer, type TestCluster, templateName, withDatabase } from "./database.ts";

/** A PostgreSQL for tests in a folder of its own, with the migrated template; it and its folder go with `stop`, or with us. */
export async function startTestCluster(): Promise<{ readonly urls: TestCluster; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "isonga-test-"));
  chmodSync(folder, 0o711);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const embedded = await startEmbedded({ dataFolder: folder, durable: false, log: () => undefined }).catch((error) => {
    removeFolder();
    throw error;
  });
  const { adminUrl, ownerUrl, appUrl } = embedded;
  const stop = async () => {
    await embedded.stop();
    removeFolder();
  };
  try {
    const urls = { adminUrl, ownerUrl, appUrl, folder };
    await administer(urls, `create database ${templateName} owner isonga_owner`);
    await migrate({ ownerUrl: withDatabase(ownerUrl, templateName), appRole: "isonga_app" });
    await administer(urls, `alter database ${templateName} allow_connections false`);
    return { urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
