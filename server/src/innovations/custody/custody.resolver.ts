import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { type Connection, PageArgs } from "../../kernel/graphql/connection.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { RoleEnum } from "../../people/person.type.ts";
import { EntryStateEnum, EntryView } from "../entries/entry.type.ts";
import type { EntryState } from "../entries/entry-states.ts";
import { bulkCustody } from "./acts/bulk-custody.ts";
import { BulkCustodyInput, BulkCustodyPayload } from "./custody.inputs.ts";
import {
  CustodyCount,
  CustodyEntry,
  CustodyEntryConnection,
  EntryCustody,
  EntryEvent,
  type FunnelGroup,
  FunnelGroupEnum,
  FunnelRow,
} from "./custody.type.ts";
import { findEntryCustody } from "./reads/entry-custody.ts";
import { eventLoader } from "./reads/entry-events.ts";
import { entryFunnel } from "./reads/entry-funnel.ts";
import { custodyCounts, listCustody } from "./reads/list-custody.ts";

@ArgsType()
class HeldArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Only of this round." })
  readonly roundId?: string | null;
}

@ArgsType()
class CustodyArgs extends PageArgs {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => RoleEnum, { nullable: true, description: "Only what this party holds." })
  readonly holder?: Role | null;

  @Field(() => [EntryStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly EntryState[] | null;
}

@Resolver(() => EntryView)
export class CustodyResolver {
  @SignedIn()
  @Query(() => CustodyEntryConnection, { description: "Entries on which the asker has to act next, the longest held first." })
  entriesIHold(@Args(() => HeldArgs) args: HeldArgs, @Ctx() ctx: Context): Promise<Connection<CustodyEntry>> {
    return listCustody(ctx, args, { mine: true, roundId: args.roundId ?? null });
  }

  @SignedIn()
  @Query(() => CustodyEntryConnection, {
    description: "A round's entries that the asker may see, with who holds them, the longest held first.",
  })
  custodyEntries(@Args(() => CustodyArgs) args: CustodyArgs, @Ctx() ctx: Context): Promise<Connection<CustodyEntry>> {
    return listCustody(ctx, args, { mine: false, ...args });
  }

  @SignedIn()
  @Query(() => [CustodyCount], { description: "How many of a round's entries each party holds, of those the asker may see." })
  custodyCounts(
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly CustodyCount[]> {
    return custodyCounts(ctx, roundId);
  }

  @SignedIn()
  @Query(() => EntryCustody, {
    nullable: true,
    description: "Who holds an entry and what the asker may do with it; null when they may not see it.",
  })
  entryCustody(@Arg("id", () => ID, { description: "The entry." }) id: string, @Ctx() ctx: Context): Promise<EntryCustody | null> {
    return findEntryCustody(ctx, id);
  }

  @SignedIn()
  @Query(() => [FunnelRow], { description: "How far a round's entries have come, of those the asker may see." })
  entryFunnel(
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Arg("by", () => FunnelGroupEnum, { defaultValue: "NONE", description: "By what it is split." }) by: FunnelGroup,
    @Ctx() ctx: Context,
  ): Promise<readonly FunnelRow[]> {
    return entryFunnel(ctx, roundId, by);
  }

  @FieldResolver(() => [EntryEvent], { description: "Its history of custody, the latest act first." })
  events(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryEvent[]> {
    return eventLoader(ctx).load(entry.id);
  }

  @SignedIn()
  @Mutation(() => BulkCustodyPayload, { description: "One act on many entries; with `dryRun` only tells what it would do." })
  bulkCustody(
    @Arg("input", () => BulkCustodyInput, { description: "What, and to which." }) input: BulkCustodyInput,
    @Ctx() ctx: Context,
  ): Promise<BulkCustodyPayload> {
    return bulkCustody(ctx, input);
  }
}
