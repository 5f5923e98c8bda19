import { Writable } from "node:stream";
import { languageOf } from "@isonga/server/cli/io";
import { main } from "@isonga/server/cli/main";
import { reportProblem } from "@isonga/server/problem";

/** How a command ended: its exit code, and what it said on either stream. */
export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** A command of the operator in this process: the same code, without its start of two seconds. */
export async function operate(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  let [out, err] = ["", ""];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  const before = { ...process.env };
  Object.assign(process.env, environment);
  const say = (line: string) => (err += `${line}\n`);
  try {
    const language = languageOf(args, environment["LANG"] ?? "");
    const io = { language, put: (text: string) => (out += `${text}\n`), out: stream, say, progress: say };
    return { code: await main(args, io), out, err };
  } catch (error) {
    return { code: reportProblem(error, say), out, err };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
