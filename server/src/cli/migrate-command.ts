import type { Command } from "commander";
import type { Io } from "./io.ts";
import { subcommand } from "./words.ts";

/** `migrate`: brings the database to this version. */
export function addMigrateCommand(program: Command, io: Io): void {
  subcommand(program, io, { usage: "migrate", phrase: "migrate" }).action(async () => (await import("./maintain.ts")).migrateDatabase(io));
}
