import { isLanguage, type Language } from "@isonga/schema/languages";
import { operatorLocale } from "../env.ts";

/** Where a command speaks: results, what it has to say beside them, and how far long work is. */
export type Io = {
  readonly language: Language;
  /** A result, on standard output. */
  readonly put: (text: string) => void;
  /** The stream behind {@link Io.put}, for long results. */
  readonly out: NodeJS.WritableStream;
  /** A line for the operator, on standard error. */
  readonly say: (line: string) => void;
  /** How far long work is: one line that changes at a terminal, plain lines now and then elsewhere. */
  readonly progress: (line: string, done?: boolean) => void;
};

/** Milliseconds between plain lines of progress. */
const PLAIN_EVERY = 2_000;

/** Speaks to whoever runs the process, in the language of `--language` or of the environment. */
export function operatorIo(args: readonly string[]): Io {
  const { stdout, stderr } = process;
  let last = 0;
  return {
    language: languageOf(args, operatorLocale()),
    put: (text) => void stdout.write(`${text}\n`),
    out: stdout,
    say: (line) => void stderr.write(`${line}\n`),
    progress: (line, done = false) => {
      if (stderr.isTTY) return void stderr.write(`\r\u001b[K${line}${done ? "\n" : ""}`);
      const now = performance.now();
      if (!done && now - last < PLAIN_EVERY) return;
      last = now;
      stderr.write(`${line}\n`);
    },
  };
}

/** The language that was asked for, else that of the locale (`rw_RW.UTF-8`), else English. */
export function languageOf(args: readonly string[], locale: string): Language {
  const at = args.indexOf("--language");
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--language="))?.slice("--language=".length);
  const wish = asked ?? locale.split(/[_.@-]/, 1)[0];
  return isLanguage(wish) ? wish : "en";
}
