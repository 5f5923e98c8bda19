import DataLoader from "dataloader";
import { sql } from "kysely";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Context, memoized } from "../../kernel/context.ts";
import { Round } from "../../programmes/rounds/round.type.ts";
import { entryVisibleSql } from "./entry-visibility.ts";

/** What a round says of its entries. */
@Resolver(() => Round)
export class RoundEntriesResolver {
  @FieldResolver(() => Boolean, { description: "Whether there is an entry in it that the asker may see." })
  hasEntries(@Root() round: Round, @Ctx() ctx: Context): Promise<boolean> {
    return hasEntriesLoader(ctx).load(round.id);
  }
}

function hasEntriesLoader(ctx: Context): DataLoader<string, boolean> {
  return memoized(ctx, hasEntriesLoader, () => {
    return new DataLoader<string, boolean>(async (ids) => {
      const { rows } = await sql<{ id: string }>`select round.id from unnest(${[...ids]}::uuid[]) as round (id)
        where exists (select from entry e join jurisdiction place on place.id = e.jurisdiction_id
          where e.round_id = round.id and ${entryVisibleSql(ctx.actor)})`.execute(ctx.db);
      const found = new Set(rows.map(({ id }) => id));
      return ids.map((id) => found.has(id));
    });
  });
}
