import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { keySheet } from "./key-sheet.ts";
import { keyedSheets } from "./list-sheets.ts";
import { KeyedSheet, KeySheetInput, KeySheetPayload } from "./sheet.type.ts";

@Resolver()
export class SheetResolver {
  @SignedIn()
  @Query(() => [KeyedSheet], { description: "The paper sheets of a judging stage that somebody keyed in, by judge and entry." })
  keyedSheets(
    @Arg("stageId", () => ID, { description: "Which judging stage." }) stageId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly KeyedSheet[]> {
    return keyedSheets(ctx, stageId);
  }

  @SignedIn()
  @Mutation(() => KeySheetPayload, { description: "Keys a paper sheet in; once two people read it alike it is a signed card." })
  keySheet(
    @Arg("input", () => KeySheetInput, { description: "The sheet." }) input: KeySheetInput,
    @Ctx() ctx: Context,
  ): Promise<KeySheetPayload> {
    return keySheet(ctx, input);
  }
}
