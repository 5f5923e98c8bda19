import { startTestCluster } from "./test-cluster.ts";

/** Starts the PostgreSQL of this run, unless whoever runs us has one, and tells the tests by the environment. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["ISONGA_TEST_CLUSTER"]) return undefined;
  const cluster = await startTestCluster();
  process.env["ISONGA_TEST_CLUSTER"] = JSON.stringify(cluster.urls);
  return async () => {
    delete process.env["ISONGA_TEST_CLUSTER"];
    await cluster.stop();
  };
}
