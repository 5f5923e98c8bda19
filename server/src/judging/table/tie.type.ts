import { Field, ObjectType } from "type-graphql";
import { TieBreakRuleEnum } from "../../programmes/rounds/instrument.type.ts";
import type { TieRule } from "../statistics/ties.ts";

@ObjectType({ simpleResolvers: true, description: "One comparison that told entries of the same score apart." })
export class TableTieStep {
  @Field(() => TieBreakRuleEnum, { description: "By which published rule." })
  readonly rule: TieRule["rule"];

  @Field(() => [String], { description: "Codes of the criteria that were compared; other rules have none." })
  readonly criteria: readonly string[];

  @Field(() => String, { nullable: true, description: "Code of the stage whose score was compared; other rules have none." })
  readonly stage: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What became of entries of the same score." })
export class TableTie {
  @Field(() => [String], { description: "References of the others of its score that are ranked before it." })
  readonly behind: readonly string[];

  @Field(() => [String], { description: "References of those that are ranked after it." })
  readonly ahead: readonly string[];

  @Field(() => [String], { description: "References of those that share its rank still: no rule told them apart." })
  readonly with: readonly string[];

  @Field(() => [TableTieStep], { description: "What told it apart from the others, first to last." })
  readonly because: readonly TableTieStep[];
}
