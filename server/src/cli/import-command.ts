import { type Command, Option } from "commander";
import { IMPORT_MODES, type ImportKind, type ImportMode } from "../kernel/imports/importer.ts";
import type { Io } from "./io.ts";
import { withPlatform } from "./open-platform.ts";
import { subcommand, words } from "./words.ts";

export type ImportOptions = {
  readonly dryRun?: boolean;
  readonly mode: ImportMode;
  readonly country?: string;
  readonly system?: string;
  readonly state?: string;
  readonly round?: string;
  readonly stage?: string;
  readonly agencies?: string;
  readonly written?: string;
  readonly refused?: string;
  readonly reason?: string;
};

/** `import places|services|reports|innovations|regional|marks|round FILE`. Ends with a refusal when any row was refused. */
export function addImportCommand(program: Command, io: Io, outcome: (refused: boolean) => void): void {
  const parent = subcommand(program, io, { usage: "import", phrase: "import" });
  for (const kind of ["places", "services", "reports", "innovations", "regional", "marks"] as const) {
    const command = subcommand(parent, io, { usage: `${kind} <file>`, phrase: `import.${kind}` })
      .option("--dry-run", words(io, "option.dryRun"))
      .addOption(new Option("--mode <mode>", words(io, "option.mode")).choices(IMPORT_MODES).default("REJECT_EVERYTHING"))
      .option("--refused <file.csv>", words(io, "option.refused"));
    if (kind === "innovations" || kind === "regional") addEntryOptions(command, io);
    else if (kind === "marks")
      command
        .requiredOption("--round <code>", words(io, "option.marksRound"))
        .requiredOption("--stage <code>", words(io, "option.marksStage"));
    else if (kind !== "places") command.option("--country <code>", words(io, "option.country"));
    if (kind === "reports")
      command
        .option("--system <name>", words(io, "option.system"))
        .addOption(new Option("--state <state>", words(io, "option.state")).choices(["SUBMITTED", "APPROVED"]));
    command.action((file: string, options: ImportOptions) =>
      withPlatform(io, async ({ ctx }) => {
        const { importFile } = await import("./import-file.ts");
        outcome(await importFile(ctx, io, { kind: kind.toUpperCase() as ImportKind, file, options }));
      }),
    );
  }
  subcommand(parent, io, { usage: "round <file>", phrase: "import.round" })
    .option("--dry-run", words(io, "option.dryRun"))
    .option("--reason <text>", words(io, "option.reason"))
    .action((file: string, options: ImportOptions) =>
      withPlatform(io, async ({ ctx }) => (await import("./import-file.ts")).importRoundFile(ctx, io, { file, options })),
    );
}

function addEntryOptions(command: Command, io: Io): void {
  command
    .requiredOption("--round <code>", words(io, "option.entryRound"))
    .addOption(new Option("--state <state>", words(io, "option.entryState")).choices(["SUBMITTED", "VERIFIED"]))
    .addOption(new Option("--agencies <what>", words(io, "option.agencies")).choices(["CREATE", "REFUSE"]))
    .addOption(new Option("--written <language>", words(io, "option.written")).choices(["en", "rw", "id"]));
}
