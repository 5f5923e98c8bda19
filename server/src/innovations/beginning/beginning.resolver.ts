import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { checkedId, isId } from "../../kernel/graphql/ids.ts";
import { Agency, AgencyConnection } from "../../places/agencies/agency.type.ts";
import { agencyLoader } from "../../places/agencies/list-agencies.ts";
import { Jurisdiction, JurisdictionConnection } from "../../places/jurisdiction.type.ts";
import { jurisdictionLoader } from "../../places/jurisdiction-loader.ts";
import { formInForceOrNone } from "../../programmes/forms/write-form.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { EntryKindEnum, EntryView } from "../entries/entry.type.ts";
import type { EntryKind } from "../entries/entry-states.ts";
import { kinLoader } from "../entries/list-entries.ts";
import { EntryGroundView, SubmissionView } from "../forms/ground.type.ts";
import { groundView, submissionView } from "../forms/ground-view.ts";
import { entryInstrumentOf } from "./begin-place.ts";
import { listMyAgencies, listMyRegions } from "./begin-places.ts";
import { BeginPlacesArgs, InnovationBeginning, InnovationConnection, InnovationsArgs, InnovationView } from "./innovation.type.ts";
import { innovationBeginning } from "./innovation-beginning.ts";
import { findVisibleInnovation, listInnovations } from "./list-innovations.ts";

/** What is asked before an entry is begun: where, of what, by which rules. */
@Resolver(() => InnovationView)
export class BeginningResolver {
  @SignedIn()
  @Query(() => AgencyConnection, { description: "The offices for which the asker may begin entries in a round, by name." })
  myAgencies(@Args(() => BeginPlacesArgs) args: BeginPlacesArgs, @Ctx() ctx: Context): Promise<AgencyConnection> {
    return listMyAgencies(ctx, args);
  }

  @SignedIn()
  @Query(() => JurisdictionConnection, {
    description: "The regions whose own rows the asker may claim in a round and nobody does yet, by name.",
  })
  myRegions(@Args(() => BeginPlacesArgs) args: BeginPlacesArgs, @Ctx() ctx: Context): Promise<JurisdictionConnection> {
    return listMyRegions(ctx, args);
  }

  @SignedIn()
  @Query(() => InnovationConnection, { description: "The innovations that the asker may see, the newest first." })
  innovations(@Args(() => InnovationsArgs) args: InnovationsArgs, @Ctx() ctx: Context): Promise<InnovationConnection> {
    return listInnovations(ctx, args);
  }

  @SignedIn()
  @Query(() => InnovationView, { nullable: true, description: "One innovation; null when there is none or the asker may not see it." })
  async innovation(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<InnovationView | null> {
    return isId(id) ? findVisibleInnovation(ctx, id) : null;
  }

  @SignedIn()
  @Query(() => EntryGroundView, {
    nullable: true,
    description:
      "What a new entry in a round would be asked and by which rules; null for a round that takes none or is not the asker's to see.",
  })
  async entryGround(
    @Arg("roundId", () => ID, { description: "The round." }) roundId: string,
    @Arg("kind", () => EntryKindEnum, { description: "An innovation's entry, or a region's own rows.", defaultValue: "INNOVATION" })
    kind: EntryKind,
    @Ctx() ctx: Context,
  ): Promise<EntryGroundView | null> {
    const round = await findRound(ctx, { id: checkedId(roundId, "roundId") });
    const instrumentId = round ? await entryInstrumentOf(ctx, round.id) : null;
    if (!round || instrumentId === null) return null;
    return groundView(ctx, { kind, formId: await formInForceOrNone(ctx, round.id), instrumentId });
  }

  @SignedIn()
  @Query(() => SubmissionView, {
    nullable: true,
    description: "When a round takes entries; null for a round that is not the asker's to see.",
  })
  async submission(
    @Arg("roundId", () => ID, { description: "The round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<SubmissionView | null> {
    const round = await findRound(ctx, { id: checkedId(roundId, "roundId") });
    return round ? submissionView(ctx, round.id) : null;
  }

  @FieldResolver(() => Jurisdiction, { description: "The region it counts for." })
  async region(@Root() innovation: InnovationView, @Ctx() ctx: Context): Promise<Jurisdiction> {
    return findable(await jurisdictionLoader(ctx).load(innovation.jurisdictionId), () => true);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "The office that made it." })
  async agency(@Root() innovation: InnovationView, @Ctx() ctx: Context): Promise<Agency | null> {
    return innovation.agencyId === null ? null : agencyLoader(ctx).load(innovation.agencyId);
  }

  @FieldResolver(() => [EntryView], { description: "Its entries in all rounds, those the asker may see, the newest first." })
  entries(@Root() innovation: InnovationView, @Ctx() ctx: Context): Promise<readonly EntryView[]> {
    return kinLoader(ctx).load(innovation.id);
  }

  @FieldResolver(() => InnovationBeginning, { description: "Whether it may enter a round, before anything is typed." })
  beginning(
    @Root() innovation: InnovationView,
    @Arg("roundId", () => ID, { description: "The round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<InnovationBeginning> {
    return innovationBeginning(ctx, innovation, roundId);
  }
}
