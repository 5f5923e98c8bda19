import { LANGUAGES, type Language } from "@isonga/schema/languages";
import { type Command, Option } from "commander";
import { ROLES, type Role } from "../kernel/actor.ts";
import type { Io } from "./io.ts";
import { withPlatform } from "./open-platform.ts";
import { subcommand, words } from "./words.ts";

export type Add = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly reads?: Language;
  readonly place?: string;
  readonly country: string;
  readonly round?: string;
  readonly invite?: boolean;
};

/** `user add|list|reset-password|disable`. A new password is made by us and printed once, alone on standard output. */
export function addUserCommand(program: Command, io: Io): void {
  const parent = subcommand(program, io, { usage: "user", phrase: "user" });
  subcommand(parent, io, { usage: "add <email>", phrase: "user.add" })
    .requiredOption("--name <name>", words(io, "option.name"))
    .addOption(new Option("--role <role>", words(io, "option.role")).choices(ROLES).makeOptionMandatory())
    .addOption(new Option("--reads <language>", words(io, "option.reads")).choices(LANGUAGES))
    .option("--place <code>", words(io, "option.place"))
    .option("--country <code>", words(io, "option.country"), "RW")
    .option("--round <code>", words(io, "option.round"))
    .option("--invite", words(io, "option.invite"))
    .action((email: string, options: Omit<Add, "email">) =>
      withPlatform(io, async ({ ctx }) => (await load()).add(ctx, io, { ...options, email })),
    );
  subcommand(parent, io, { usage: "list", phrase: "user.list" }).action(() =>
    withPlatform(io, async ({ ctx }) => (await load()).list(ctx, io)),
  );
  subcommand(parent, io, { usage: "reset-password <email>", phrase: "user.reset" }).action((email: string) =>
    withPlatform(io, async ({ ctx }) => (await load()).resetPassword(ctx, io, email)),
  );
  subcommand(parent, io, { usage: "disable <email>", phrase: "user.disable" }).action((email: string) =>
    withPlatform(io, async ({ ctx }) => (await load()).disable(ctx, io, email)),
  );
}

const load = () => import("./users.ts");
