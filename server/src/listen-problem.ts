import { startProblem } from "./start-words.ts";

/** The problem in an error of `server.listen`, or the error itself when it is something else. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return startProblem("portTaken", { port });
  if (code === "EACCES") return startProblem("portForbidden", { port });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return startProblem("noAddress", { host });
  return error;
}
