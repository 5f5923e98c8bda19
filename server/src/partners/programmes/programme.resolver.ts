import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { connectionFrom, keyset, PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { oneOf } from "../by-id.ts";
import { childrenOf } from "../children-by-parent.ts";
import { readPage } from "../read-page.ts";
import { PartnerProgramme, PartnerProgrammeConnection, PartnerRoundConnection } from "./programme.type.ts";
import { roundChildren, selectProgrammes } from "./programme-rows.ts";

@Resolver(() => PartnerProgramme)
export class PartnerProgrammeResolver {
  @Public()
  @Query(() => PartnerProgramme, { nullable: true, description: "One programme by its code." })
  programme(
    @Arg("code", () => String, { description: "The programme's code." }) code: string,
    @Ctx() ctx: Context,
  ): Promise<PartnerProgramme | null> {
    return oneOf<PartnerProgramme>(ctx, sql`${selectProgrammes} and g.code = ${code}`);
  }

  @Public()
  @Query(() => PartnerProgrammeConnection, { description: "The programmes by code." })
  async programmes(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<PartnerProgrammeConnection> {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: [sql`g.code`] });
    const rows = await readPage<PartnerProgramme>(ctx, page, sql`${selectProgrammes} and ${where} ${orderBy} ${limit}`);
    return connectionFrom(rows, page, ({ code }) => [code]);
  }

  @FieldResolver(() => String, { description: "Name in the reader's language." })
  name(@Root() programme: PartnerProgramme, @Ctx() ctx: Context): string {
    return pickText(programme.names, ctx.language);
  }

  @FieldResolver(() => PartnerRoundConnection, { description: "Its rounds, the newest first." })
  rounds(@Root() programme: PartnerProgramme, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<PartnerRoundConnection> {
    return childrenOf(ctx, programme.id, { ...args, list: roundChildren(ctx) });
  }
}
