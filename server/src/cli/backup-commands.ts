import type { Command } from "commander";
import type { Io } from "./io.ts";
import { subcommand } from "./words.ts";

/** `backup FILE` and `restore FILE`. */
export function addBackupCommands(program: Command, io: Io): void {
  const load = () => import("./maintain.ts");
  subcommand(program, io, { usage: "backup <file>", phrase: "backup" }).action(async (file: string) => (await load()).backup(io, file));
  subcommand(program, io, { usage: "restore <file>", phrase: "restore" }).action(async (file: string) => (await load()).restore(io, file));
}
