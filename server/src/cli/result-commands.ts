import type { Command } from "commander";
import type { Io } from "./io.ts";
import { withPlatform } from "./open-platform.ts";
import { subcommand, words } from "./words.ts";

export type Standings = { readonly round: string; readonly json?: boolean; readonly level?: string };
export type Publish = { readonly round: string; readonly embargo?: string; readonly corrects?: string; readonly reason?: string };

/** `standings ROUND` and `publish ROUND`. */
export function addResultCommands(program: Command, io: Io): void {
  subcommand(program, io, { usage: "standings <round>", phrase: "standings" })
    .option("--json", words(io, "option.json"))
    .option("--level <code>", words(io, "option.level"))
    .action((round: string, options: Omit<Standings, "round">) =>
      withPlatform(io, async (platform) => (await import("./results.ts")).standings(io, platform, { round, ...options })),
    );
  subcommand(program, io, { usage: "publish <round>", phrase: "publish" })
    .option("--embargo <instant>", words(io, "option.embargo"))
    .option("--corrects <number>", words(io, "option.corrects"))
    .option("--reason <text>", words(io, "option.reason"))
    .action((round: string, options: Omit<Publish, "round">) =>
      withPlatform(io, async (platform) => (await import("./results.ts")).publish(io, platform, { round, ...options })),
    );
}
