import { pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { readShortlist } from "../../judging/objections/read-shortlist.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { connectionFrom, keyset, PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { oneOf } from "../by-id.ts";
import { PartnerPlace } from "../places/place.type.ts";
import { placeLoader } from "../places/place-rows.ts";
import { readPage } from "../read-page.ts";
import { PartnerInstrument, PartnerProgramme, PartnerRound, PartnerRoundConnection, PartnerStage } from "./programme.type.ts";
import { programmeLoader, selectRounds } from "./programme-rows.ts";
import { PartnerShortlist } from "./shortlist.type.ts";

@Resolver(() => PartnerRound)
export class PartnerRoundResolver {
  @Public()
  @Query(() => PartnerRound, { nullable: true, description: "One round by its code." })
  round(@Arg("code", () => String, { description: "The round's code." }) code: string, @Ctx() ctx: Context): Promise<PartnerRound | null> {
    return oneOf<PartnerRound>(ctx, sql`${selectRounds(ctx)} and r.code = ${code}`);
  }

  @Public()
  @Query(() => PartnerRoundConnection, { description: "All rounds, the newest first." })
  async rounds(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<PartnerRoundConnection> {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: [sql`r.id`], descending: true });
    const rows = await readPage<PartnerRound>(ctx, page, sql`${selectRounds(ctx)} and ${where} ${orderBy} ${limit}`);
    return connectionFrom(rows, page, ({ id }) => [id]);
  }

  @FieldResolver(() => String, { description: "Name in the reader's language." })
  name(@Root() round: PartnerRound, @Ctx() ctx: Context): string {
    return pickText(round.names, ctx.language);
  }

  @FieldResolver(() => PartnerProgramme, { description: "The programme it is an edition of." })
  async programme(@Root() round: PartnerRound, @Ctx() ctx: Context): Promise<PartnerProgramme | null> {
    return programmeLoader(ctx).load(round.programmeId);
  }

  @FieldResolver(() => PartnerPlace, { description: "The area whose subtree takes part." })
  async jurisdiction(@Root() round: PartnerRound, @Ctx() ctx: Context): Promise<PartnerPlace | null> {
    return placeLoader(ctx).load(round.placeId);
  }

  @FieldResolver(() => [PartnerStage], { description: "Its dated stages in order." })
  stages(@Root() round: PartnerRound, @Ctx() ctx: Context): Promise<readonly PartnerStage[]> {
    return stageLoader(ctx).load(round.id);
  }

  @FieldResolver(() => PartnerShortlist, {
    nullable: true,
    description: "The entries that the public may object to; null before that stage begins, and in rounds without one.",
  })
  shortlist(@Root() round: PartnerRound, @Ctx() ctx: Context): Promise<PartnerShortlist | null> {
    return readShortlist(ctx, round.id);
  }

  @FieldResolver(() => PartnerInstrument, { nullable: true, description: "How it scores: the version in force." })
  instrument(@Root() round: PartnerRound, @Ctx() ctx: Context): Promise<PartnerInstrument | null> {
    return instrumentLoader(ctx).load(round.id);
  }
}

function stageLoader(ctx: Context): DataLoader<string, readonly PartnerStage[]> {
  return memoized(
    ctx,
    stageLoader,
    () =>
      new DataLoader<string, readonly PartnerStage[]>(async (ids) => {
        const { rows } = await sql<
          PartnerStage & { readonly of: string }
        >`select round_id as "of", code, kind, names, starts_at as "startsAt",
        ends_at as "endsAt" from stage where round_id = any(${[...ids]}::uuid[]) order by position`.execute(ctx.db);
        const byRound = Map.groupBy(rows, ({ of }) => of);
        return ids.map((id) => byRound.get(id) ?? []);
      }),
  );
}

function instrumentLoader(ctx: Context): DataLoader<string, PartnerInstrument | null> {
  return memoized(
    ctx,
    instrumentLoader,
    () =>
      new DataLoader<string, PartnerInstrument | null>(async (ids) => {
        const { rows } = await sql<
          PartnerInstrument & { readonly of: string }
        >`select distinct on (round_id) round_id as "of", number, kind, definition,
        reason from instrument where round_id = any(${[...ids]}::uuid[]) and frozen_at is not null order by round_id, number desc`.execute(
          ctx.db,
        );
        const byRound = new Map(rows.map((row) => [row.of, row]));
        return ids.map((id) => byRound.get(id) ?? null);
      }),
  );
}
