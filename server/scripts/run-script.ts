import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export type ScriptResult = { readonly code: number; readonly output: string };

/** Runs a script of a package the way pnpm does, under this Node, and collects what it prints. */
export function runScript(folder: string, name: string, environment: Readonly<Record<string, string>> = {}): Promise<ScriptResult> {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts?: Record<string, string> };
  const command = scripts?.[name];
  if (command === undefined) return Promise.resolve({ code: 1, output: `${folder} has no script "${name}".` });
  return runCommand(command, [], { folder, environment, shell: true });
}

export type CommandOptions = {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly shell?: boolean;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
};

/** Runs a program with the project's programs first in its path, and collects what it prints. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<ScriptResult> {
  const { folder, environment, shell, onOutput } = options;
  const path = [join(folder, "node_modules/.bin"), join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  return new Promise((done) => {
    let output = "";
    const child = spawn(command, args, {
      cwd: folder,
      shell: shell ?? false,
      env: { ...process.env, PATH: path, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const collect = (chunk: string) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}
