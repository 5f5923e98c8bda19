import { type Command, Option } from "commander";
import type { Io } from "./io.ts";
import { withPlatform } from "./open-platform.ts";
import { subcommand, words } from "./words.ts";

export type ExportOptions = {
  readonly output?: string;
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  readonly number?: string;
  readonly state?: string;
};

/** `export round|results CODE` as JSON, `export reports|places` as CSV in the form in which they are imported. */
export function addExportCommand(program: Command, io: Io): void {
  const parent = subcommand(program, io, { usage: "export", phrase: "export" });
  const output = new Option("-o, --output <file>", words(io, "option.output"));
  const country = new Option("--country <code>", words(io, "option.country"));
  subcommand(parent, io, { usage: "round <code>", phrase: "export.round" })
    .addOption(output)
    .action((code: string, options: ExportOptions) =>
      withPlatform(io, async (platform) => (await load()).writeRound(io, platform, { code, options })),
    );
  subcommand(parent, io, { usage: "results <code>", phrase: "export.results" })
    .addOption(output)
    .option("--number <number>", words(io, "option.number"))
    .action((code: string, options: ExportOptions) =>
      withPlatform(io, async (platform) => (await load()).writeResults(io, platform, { code, options })),
    );
  subcommand(parent, io, { usage: "reports", phrase: "export.reports" })
    .addOption(output)
    .addOption(country)
    .option("--from <month>", words(io, "option.from"))
    .option("--to <month>", words(io, "option.to"))
    .addOption(new Option("--state <state>", words(io, "option.onlyState")).choices(["DRAFT", "SUBMITTED", "APPROVED", "LOCKED"]))
    .action((options: ExportOptions) => withPlatform(io, async (platform) => (await load()).writeReports(io, platform, options)));
  subcommand(parent, io, { usage: "places", phrase: "export.places" })
    .addOption(output)
    .addOption(country)
    .action((options: ExportOptions) => withPlatform(io, async (platform) => (await load()).writePlaces(io, platform, options)));
}

const load = () => import("./export-data.ts");
