import { pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Context, memoized } from "../../kernel/context.ts";
import { connectionFrom, keyset, PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { Public } from "../../kernel/graphql/guard.ts";
import { byId, oneOf } from "../by-id.ts";
import { readPage } from "../read-page.ts";
import { PartnerService, PartnerServiceConnection, PartnerStandard } from "./service.type.ts";

const selectServices = sql`select s.id, s.country, s.code, s.names, s.descriptions, s.delivered_at as "deliveredAt", s.retired_at as "retiredAt"
  from service s where true`;

/** Services by id, batched. */
export function serviceLoader(ctx: Context): DataLoader<string, PartnerService | null> {
  return byId<PartnerService>(ctx, { name: "service", select: selectServices, id: sql`s.id` });
}

@ArgsType()
class ServicesArgs extends PageArgs {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country: string;
}

@Resolver(() => PartnerService)
export class PartnerServiceResolver {
  @Public()
  @Query(() => PartnerService, { nullable: true, description: "One service by its code." })
  service(
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2 code of the country." }) country: string,
    @Arg("code", () => String, { description: "The service's code." }) code: string,
    @Ctx() ctx: Context,
  ): Promise<PartnerService | null> {
    return oneOf<PartnerService>(ctx, sql`${selectServices} and s.country = ${country} and s.code = ${code}`);
  }

  @Public()
  @Query(() => PartnerServiceConnection, { description: "A country's services by code." })
  async services(@Args(() => ServicesArgs) args: ServicesArgs, @Ctx() ctx: Context): Promise<PartnerServiceConnection> {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: [sql`s.code`, sql`s.id`] });
    const rows = await readPage<PartnerService>(
      ctx,
      page,
      sql`${selectServices} and s.country = ${args.country} and ${where} ${orderBy} ${limit}`,
    );
    return connectionFrom(rows, page, ({ code, id }) => [code, id]);
  }

  @FieldResolver(() => String, { description: "Name in the reader's language." })
  name(@Root() service: PartnerService, @Ctx() ctx: Context): string {
    return pickText(service.names, ctx.language);
  }

  @FieldResolver(() => [PartnerStandard], { description: "Its standards, the newest first." })
  standards(@Root() service: PartnerService, @Ctx() ctx: Context): Promise<readonly PartnerStandard[]> {
    return standardLoader(ctx).load(service.id);
  }
}

function standardLoader(ctx: Context): DataLoader<string, readonly PartnerStandard[]> {
  return memoized(
    ctx,
    standardLoader,
    () =>
      new DataLoader<string, readonly PartnerStandard[]>(async (ids) => {
        const { rows } = await sql<
          PartnerStandard & { readonly of: string }
        >`select service_id as "of", in_force_from as "inForceFrom", fee, currency,
        longest_time as "longestTime", time_unit as "timeUnit" from service_standard
        where service_id = any(${[...ids]}::uuid[]) order by in_force_from desc`.execute(ctx.db);
        const byService = Map.groupBy(rows, ({ of }) => of);
        return ids.map((id) => byService.get(id) ?? []);
      }),
  );
}
