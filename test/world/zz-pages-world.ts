import { startTestCluster } from "/work/main/test/world/test-cluster.ts";

const cluster = await startTestCluster();
process.env["ISONGA_TEST_CLUSTER"] = JSON.stringify(cluster.urls);
const { createWorld } = await import("/work/main/test/world/world.ts");
console.time("world");
const world = await createWorld({ demo: true, now: process.argv[2] ?? "2026-11-05T09:00:00+02:00" });
console.timeEnd("world");
console.log(world.url, process.pid);
const stop = async () => {
  await world.stop();
  await cluster.stop();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
