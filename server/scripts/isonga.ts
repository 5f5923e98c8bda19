import { reportProblem } from "../src/problem.ts";

// Commands name files relative to where the person stands; pnpm has moved us to the project's folder.
const standing = process.env["INIT_CWD"];
if (standing) process.chdir(standing);

// The pipe was closed by whoever reads us (`| head`): that is an end, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await import("./decorators.ts");
  const { main } = (await import("../src/cli/main.ts")) as { main: (args: readonly string[]) => Promise<number> };
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportProblem(error, (line) => console.error(line));
}
