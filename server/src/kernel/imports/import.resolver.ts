import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type Connection, PageArgs } from "../graphql/connection.ts";
import { ForRoles, SignedIn } from "../graphql/guard.ts";
import {
  ImportChange,
  ImportChangeConnection,
  ImportKindInfo,
  ImportRefusal,
  ImportRefusalConnection,
  ImportRun,
  ImportRunConnection,
  ImportRunsArgs,
  StartImportInput,
  StartImportPayload,
} from "./import-run.type.ts";
import { findImport, listChanges, listImportKinds, listImports, listRefusals, runView } from "./list-imports.ts";
import { startImport } from "./start-import.ts";

@Resolver(() => ImportRun)
export class ImportResolver {
  @SignedIn()
  @Query(() => ImportRun, { nullable: true, description: "One import, if it is the asker's own or they may see everybody's." })
  importRun(@Arg("id", () => ID, { description: "The run." }) id: string, @Ctx() ctx: Context): Promise<ImportRun | null> {
    return findImport(ctx, id);
  }

  @SignedIn()
  @Query(() => [ImportKindInfo], { description: "What the asker may import, and what such files look like." })
  importKinds(@Ctx() ctx: Context): Promise<readonly ImportKindInfo[]> {
    return listImportKinds(ctx);
  }

  @SignedIn()
  @Query(() => ImportRunConnection, { description: "Imports, the latest first." })
  importRuns(@Args(() => ImportRunsArgs) args: ImportRunsArgs, @Ctx() ctx: Context): Promise<Connection<ImportRun>> {
    return listImports(ctx, args);
  }

  @FieldResolver(() => ImportRefusalConnection, { description: "Why rows were refused, in the order of the file." })
  refusals(@Root() run: ImportRun, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<Connection<ImportRefusal>> {
    return listRefusals(ctx, run.id, args);
  }

  @FieldResolver(() => ImportChangeConnection, { description: "What it changes, then the first of what it makes new." })
  changes(@Root() run: ImportRun, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<Connection<ImportChange>> {
    return listChanges(ctx, run.id, args);
  }

  @ForRoles("ADMINISTRATOR", "CHAIR", "COORDINATOR", "STAFF")
  @Mutation(() => StartImportPayload, { description: "Imports an uploaded file in the background; nothing is written on a dry run." })
  async startImport(
    @Arg("input", () => StartImportInput, { description: "What to import, and how." }) input: StartImportInput,
    @Ctx() ctx: Context,
  ): Promise<StartImportPayload> {
    return { run: runView(await startImport(ctx, input)) };
  }
}
