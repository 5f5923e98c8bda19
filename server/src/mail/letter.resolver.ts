import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { type Connection, PageArgs } from "../kernel/graphql/connection.ts";
import { ForRoles } from "../kernel/graphql/guard.ts";
import { checkedId } from "../kernel/graphql/ids.ts";
import { LetterConnection, type LetterState, LetterStateEnum, LetterView } from "./letter.type.ts";
import { findLetter, listLetters } from "./list-letters.ts";

@Resolver()
export class LetterResolver {
  @ForRoles("ADMINISTRATOR")
  @Query(() => LetterConnection, { description: "The letters that the platform wrote, newest first. For administrators." })
  letters(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "A part of the recipient's address." }) search: string | null,
    @Arg("state", () => LetterStateEnum, { nullable: true, description: "Only those in this state." }) state: LetterState | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<LetterView>> {
    return listLetters(ctx, page, { search, state });
  }

  @ForRoles("ADMINISTRATOR")
  @Query(() => LetterView, { nullable: true, description: "One letter. For administrators." })
  letter(@Arg("id", () => ID, { description: "The letter's id." }) id: string, @Ctx() ctx: Context): Promise<LetterView | null> {
    return findLetter(ctx, checkedId(id));
  }
}
