import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import type { Connection } from "../../kernel/graphql/connection.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { keySheet } from "./key-sheet.ts";
import { listSheets, readSheet } from "./list-sheets.ts";
import { PaperStage } from "./paper-stage.type.ts";
import { paperStages } from "./paper-stages.ts";
import { KeySheetInput, PaperSheetsArgs } from "./sheet.inputs.ts";
import { KeySheetPayload, PaperSheet, PaperSheetConnection } from "./sheet.type.ts";

@Resolver()
export class SheetResolver {
  @SignedIn()
  @Query(() => [PaperStage], { description: "The judging stages of a round whose paper sheets the asker may key in." })
  paperStages(
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly PaperStage[]> {
    return paperStages(ctx, roundId);
  }

  @SignedIn()
  @Query(() => PaperSheetConnection, { description: "The paper sheets of a judging stage, by judge and entry." })
  paperSheets(@Args(() => PaperSheetsArgs) args: PaperSheetsArgs, @Ctx() ctx: Context): Promise<Connection<PaperSheet>> {
    return listSheets(ctx, args);
  }

  @SignedIn()
  @Query(() => PaperSheet, { description: "The paper sheet with this code on it." })
  paperSheet(
    @Arg("stageId", () => ID, { description: "Of which judging stage." }) stageId: string,
    @Arg("code", () => String, { description: "The code on the sheet, e.g. `J02-E07-K4TX`." }) code: string,
    @Ctx() ctx: Context,
  ): Promise<PaperSheet> {
    return readSheet(ctx, stageId, code);
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
