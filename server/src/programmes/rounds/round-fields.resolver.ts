import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Jurisdiction } from "../../places/jurisdiction.type.ts";
import { jurisdictionLoader } from "../../places/jurisdiction-loader.ts";
import { Programme } from "../programme.type.ts";
import { programmeLoader } from "../programme-loader.ts";
import { Instrument, InstrumentChoices } from "./instrument.type.ts";
import { definitionOf, instrumentView } from "./instrument-view.ts";
import { roundGaps } from "./open-round.ts";
import { Round, RoundGapEnum, Stage } from "./round.type.ts";
import { instrumentLoader, instrumentNamesLoader, stageLoader } from "./round-loaders.ts";
import type { RoundGap } from "./round-states.ts";

/** What hangs on a round, each read once for all rounds of an answer. */
@Resolver(() => Round)
export class RoundFieldsResolver {
  @FieldResolver(() => Programme, { description: "The programme it is an edition of." })
  async programme(@Root() round: Round, @Ctx() ctx: Context): Promise<Programme> {
    return findable(await programmeLoader(ctx).load(round.programmeId), () => true);
  }

  @FieldResolver(() => Jurisdiction, { description: "The place whose subtree takes part." })
  async place(@Root() round: Round, @Ctx() ctx: Context): Promise<Jurisdiction> {
    return findable(await jurisdictionLoader(ctx).load(round.jurisdictionId), () => true);
  }

  @FieldResolver(() => [Stage], { description: "Its dated steps, in order." })
  stages(@Root() round: Round, @Ctx() ctx: Context): Promise<readonly Stage[]> {
    return stageLoader(ctx).load(round.id);
  }

  @FieldResolver(() => Instrument, { nullable: true, description: "The version in force; null while a draft has none." })
  async instrument(@Root() round: Round, @Ctx() ctx: Context): Promise<Instrument | null> {
    const [version] = await this.instrumentVersions(round, ctx);
    return version ?? null;
  }

  @FieldResolver(() => [Instrument], { description: "All versions, the newest first, each with its reason." })
  async instrumentVersions(@Root() round: Round, @Ctx() ctx: Context): Promise<readonly Instrument[]> {
    const [versions, names] = await Promise.all([instrumentLoader(ctx).load(round.id), instrumentNamesLoader(ctx).load(round.country)]);
    return versions.map((version) => instrumentView(ctx, version, names));
  }

  @FieldResolver(() => [RoundGapEnum], { description: "What it still needs before it can open; empty once it could." })
  async missing(@Root() round: Round, @Ctx() ctx: Context): Promise<readonly RoundGap[]> {
    const [stages, versions] = await Promise.all([stageLoader(ctx).load(round.id), instrumentLoader(ctx).load(round.id)]);
    return roundGaps({ kinds: stages.map((stage) => stage.kind), instrument: versions[0] ? definitionOf(versions[0]).kind : null });
  }

  @FieldResolver(() => InstrumentChoices, { description: "What its instrument may name." })
  async choices(@Root() round: Round, @Ctx() ctx: Context): Promise<InstrumentChoices> {
    const { levels, services } = await instrumentNamesLoader(ctx).load(round.country);
    const named = ([code, names]: readonly [string, LocalizedText]) => ({ code, name: pickText(names, ctx.language) || code });
    return { levels: [...levels].slice(1).map(named), services: [...services].map(named) };
  }
}
