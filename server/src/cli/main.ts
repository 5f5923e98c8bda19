import "reflect-metadata";
import { type Command, CommanderError } from "commander";
import { refusalsOf } from "../kernel/refusal.ts";
import { refusalWords } from "../kernel/refusal-words.ts";
import { addBackupCommands } from "./backup-commands.ts";
import { addExportCommand } from "./export-command.ts";
import { addImportCommand } from "./import-command.ts";
import { type Io, operatorIo } from "./io.ts";
import { addMigrateCommand } from "./migrate-command.ts";
import { addResultCommands } from "./result-commands.ts";
import { addUserCommand } from "./user-command.ts";
import { createProgram } from "./words.ts";

/** Exit codes: done, refused (or a wrong use of the command). A fault is thrown. */
const DONE = 0;
const REFUSED = 1;

/**
 * The operator's command line: the same verbs as the web, as the platform itself. Answers the exit code. Words go out in the operator's
 * language (`--language`, else the environment's), results on standard output, everything else on standard error.
 */
export async function main(args: readonly string[], io: Io = operatorIo(args)): Promise<number> {
  let code = DONE;
  const program = createProgram(io);
  const outcome = (refused: boolean) => {
    if (refused) code = REFUSED;
  };
  addImportCommand(program, io, outcome);
  addResultCommands(program, io);
  addExportCommand(program, io);
  addUserCommand(program, io);
  addMigrateCommand(program, io);
  addBackupCommands(program, io);
  try {
    await (program as Command).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : REFUSED;
    const refusals = refusalsOf(error);
    if (!refusals) throw error;
    for (const { code: reason, field, values } of refusals)
      io.say(`${field ? `${field}: ` : ""}${refusalWords(io.language, reason, values)} (${reason})`);
    return REFUSED;
  }
}
