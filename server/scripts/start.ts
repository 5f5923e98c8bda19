import { createServer } from "node:net";
import { type Env, readEnv } from "../src/env.ts";
import { ensureDataFolder } from "../src/kept-text.ts";
import { listenProblem } from "../src/listen-problem.ts";
import { reportProblem } from "../src/problem.ts";
import type { Running, Starting } from "../src/running.ts";
import { buildWeb } from "./build-web.ts";
import { onStop } from "./on-stop.ts";

const began = performance.now();
const production = process.env["NODE_ENV"] === "production" || process.env["ISONGA_ENV"] === "production";
let running: Running | undefined;
let stopping: Promise<void> | undefined;

onStop((reason) => {
  stopping ??= stop(reason);
});

try {
  const env = readEnv();
  ensureDataFolder(env.dataFolder);
  await refuseTakenPort(env);
  await buildWeb(step);
  step("Starting the server.");
  const { main } = await loadMain();
  running = await main({ step });
  if (!stopping) announce(running);
} catch (error) {
  // A start that was asked to stop may end in the middle of anything: the next one takes it up from there.
  process.exit(stopping ? 0 : reportProblem(error, (line) => console.error(line)));
}

/** The rest of the server needs decorators, which Node alone does not run. */
async function loadMain(): Promise<{ main: (starting: Starting) => Promise<Running> }> {
  await import("./decorators.ts");
  return import("../src/main.ts");
}

/** Before the long steps, so that nobody waits for a refusal. */
function refuseTakenPort({ host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(listenProblem(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function step(sentence: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(production ? sentence : `${seconds} s  ${sentence}`);
}

function announce({ url, demoAccounts }: Running): void {
  step(`Isonga answers at ${url}`);
  if (demoAccounts.length === 0) return;
  const width = Math.max(...demoAccounts.map(({ role }) => role.length));
  const lines = demoAccounts.map(({ role, email, password }) => `  ${role.padEnd(width)}  ${email}  ${password}`);
  console.log(["", "Demo accounts (role, e-mail, password):", ...lines, "", "Ctrl-C stops it."].join("\n"));
}

async function stop(reason: string): Promise<void> {
  step(`Stopping (${reason}).`);
  // Asked while still starting: the start is let through first, so that nothing is left half made.
  for (let waited = 0; !running && waited < 60_000; waited += 50) await new Promise((done) => setTimeout(done, 50));
  await running?.stop();
  step("Stopped.");
  process.exit(0);
}
