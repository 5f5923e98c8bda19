import DataLoader from "dataloader";
import { sql } from "kysely";
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type Context, memoized } from "../../kernel/context.ts";
import { connectionFrom, keyset, PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { oneOf } from "../by-id.ts";
import { childrenOf } from "../children-by-parent.ts";
import { readPage } from "../read-page.ts";
import { PartnerCode, PartnerPlace, PartnerPlaceConnection } from "./place.type.ts";
import { placeByPathLoader, placeChildren, placeCursor, placeLoader, placeOrder, selectPlaces } from "./place-rows.ts";

@ArgsType()
class PlacesArgs extends PageArgs {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country: string;

  @Field(() => String, { nullable: true, description: "Only this level, e.g. `DISTRICT`." })
  readonly level?: string | null;

  @Field(() => String, { nullable: true, description: "Only what lies below the area with this code." })
  readonly within?: string | null;
}

@ArgsType()
class PlaceArgs {
  @Field(() => ID, { nullable: true, description: "Its id; or tell country and code." })
  readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "Its code." })
  readonly code?: string | null;

  @Field(() => String, { nullable: true, description: "The system of the code; the country's key system unless told." })
  readonly codeSystem?: string | null;
}

@Resolver(() => PartnerPlace)
export class PartnerPlaceResolver {
  @Public()
  @Query(() => PartnerPlace, { nullable: true, description: "One area, by id or by code." })
  jurisdiction(@Args(() => PlaceArgs) args: PlaceArgs, @Ctx() ctx: Context): Promise<PartnerPlace | null> {
    if (args.id) return placeLoader(ctx).load(checkedId(args.id));
    if (!args.country || !args.code) throw new Refusal("REQUIRED", { field: args.country ? "code" : "country" });
    const other = sql`exists (select from jurisdiction_code c where c.jurisdiction_id = j.id and c.system = ${args.codeSystem ?? null} and c.code = ${args.code})`;
    const key = sql`(j.code = ${args.code} and (${args.codeSystem ?? null}::text is null or exists
      (select from area_level l where l.country = j.country and l.code = j.level and l.key_system = ${args.codeSystem ?? null})))`;
    return oneOf<PartnerPlace>(ctx, sql`${selectPlaces} and j.country = ${args.country} and (${key} or ${other})`);
  }

  @Public()
  @Query(() => PartnerPlaceConnection, { description: "A country's areas by name." })
  async jurisdictions(@Args(() => PlacesArgs) args: PlacesArgs, @Ctx() ctx: Context): Promise<PartnerPlaceConnection> {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: placeOrder });
    const level = args.level ? sql`j.level = ${args.level}` : sql`true`;
    const within = args.within
      ? sql`j.path <@ (select path from jurisdiction where country = ${args.country} and code = ${args.within}) and j.code <> ${args.within}`
      : sql`true`;
    const rows = await readPage<PartnerPlace>(
      ctx,
      page,
      sql`${selectPlaces} and j.country = ${args.country} and ${level} and ${within} and ${where}
      ${orderBy} ${limit}`,
    );
    return connectionFrom(rows, page, placeCursor);
  }

  @FieldResolver(() => String, { description: "Name in the reader's language, or the official one." })
  name(@Root() place: PartnerPlace, @Ctx() ctx: Context): string {
    return place.names[ctx.language] || place.names.en || place.officialName;
  }

  @FieldResolver(() => [PartnerPlace], { description: "The areas it lies in, from the country down, itself left out." })
  async ancestors(@Root() place: PartnerPlace, @Ctx() ctx: Context): Promise<readonly PartnerPlace[]> {
    const codes = place.path.split(".");
    const above = codes.slice(0, -1).map((_, index) => codes.slice(0, index + 1).join("."));
    const found = await Promise.all(above.map((path) => placeByPathLoader(ctx).load(path)));
    return found.flatMap((area) => area ?? []);
  }

  @FieldResolver(() => PartnerPlaceConnection, { description: "The areas directly below it, by name." })
  children(@Root() place: PartnerPlace, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<PartnerPlaceConnection> {
    return childrenOf(ctx, place.id, { ...args, list: placeChildren });
  }

  @FieldResolver(() => [PartnerCode], { description: "Its codes in other systems than the country's key system." })
  codes(@Root() place: PartnerPlace, @Ctx() ctx: Context): Promise<readonly PartnerCode[]> {
    return codeLoader(ctx).load(place.id);
  }
}

function codeLoader(ctx: Context): DataLoader<string, readonly PartnerCode[]> {
  return memoized(
    ctx,
    codeLoader,
    () =>
      new DataLoader<string, readonly PartnerCode[]>(async (ids) => {
        const { rows } = await sql<
          PartnerCode & { readonly of: string }
        >`select jurisdiction_id as "of", system, code from jurisdiction_code
        where jurisdiction_id = any(${[...ids]}::uuid[]) order by system`.execute(ctx.db);
        const byPlace = Map.groupBy(rows, ({ of }) => of);
        return ids.map((id) => byPlace.get(id) ?? []);
      }),
  );
}
