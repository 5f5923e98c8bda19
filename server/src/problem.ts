/**
 * What keeps Isonga from starting, or a command from running, and what the operator does about it: both are whole English
 * sentences and are printed without a stack trace.
 */
export class StartProblem extends Error {
  /** What to do, as a sentence. */
  readonly mend: string;

  constructor(problem: string, mend: string) {
    super(problem);
    this.name = "StartProblem";
    this.mend = mend;
  }

  /** The problem and its mend in one line, as printed. */
  get sentence(): string {
    return `${this.message} ${this.mend}`;
  }
}

/** Prints an error the way an operator reads it: a problem as its sentence, a fault with its stack. Answers the exit code. */
export function reportProblem(error: unknown, print: (line: string) => void): number {
  if (error instanceof StartProblem) {
    print(error.sentence);
    return 1;
  }
  print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

/** The problem in an error of `server.listen`, or the error itself when it is something else. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const again = "choose another with PORT, for example PORT=4100 npx -y pnpm start.";
  if (code === "EADDRINUSE") return new StartProblem(`Port ${port} is taken by another program.`, `Stop that program, or ${again}`);
  if (code === "EACCES") return new StartProblem(`Port ${port} may not be opened by this user.`, `Take a port above 1023: ${again}`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartProblem(
      `HOST is "${host}", which is no address of this machine.`,
      "Set it to 127.0.0.1, or to 0.0.0.0 for every address.",
    );
  return error;
}
