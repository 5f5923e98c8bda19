/**
 * What keeps Isonga from starting, or a command from running, and what the operator does about it: both are whole
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
