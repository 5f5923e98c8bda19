import { LANGUAGES } from "@isonga/schema/languages";
import en from "@isonga/schema/locales/en/cli.json" with { type: "json" };
import id from "@isonga/schema/locales/id/cli.json" with { type: "json" };
import rw from "@isonga/schema/locales/rw/cli.json" with { type: "json" };
import { Command, Option } from "commander";
import type { Io } from "./io.ts";

/** A phrase of the command line. */
export type CliPhrase = keyof typeof en;

const WORDS: Readonly<Record<(typeof LANGUAGES)[number], Readonly<Record<CliPhrase, string>>>> = { en, rw, id };

/** The phrase in the operator's language, its placeholders filled. */
export function words(io: Pick<Io, "language">, phrase: CliPhrase, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[io.language][phrase].replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name] ?? ""));
}

/** The root command: throws instead of leaving the process, and says everything through `io`. */
export function createProgram(io: Io): Command {
  const program = new Command("isonga");
  program
    .description(words(io, "isonga"))
    .addOption(new Option("--language <language>", words(io, "option.language")).choices([...LANGUAGES]))
    .helpOption("-h, --help", words(io, "option.help"))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out.write(text), writeErr: (text) => io.say(text.trimEnd()) });
  return program;
}

/** A subcommand with its help in the operator's language. */
export function subcommand(parent: Command, io: Io, { usage, phrase }: { readonly usage: string; readonly phrase: CliPhrase }): Command {
  return parent
    .command(usage)
    .description(words(io, phrase))
    .helpOption("-h, --help", words(io, "option.help"))
    .helpCommand(false)
    .addOption(new Option("--language <language>", words(io, "option.language")).choices([...LANGUAGES]));
}
