import { type Language, pickText } from "@isonga/schema/languages";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { LanguageEnum } from "../../kernel/graphql/common-types.ts";
import { Agency } from "../../places/agencies/agency.type.ts";
import { agencyLoader } from "../../places/agencies/list-agencies.ts";
import { Jurisdiction } from "../../places/jurisdiction.type.ts";
import { jurisdictionLoader } from "../../places/jurisdiction-loader.ts";
import { Round } from "../../programmes/rounds/round.type.ts";
import { roundLoader } from "../../programmes/rounds/round-loaders.ts";
import { EntryAnswer, EntryPresence } from "../answers/answer.type.ts";
import { answerLoader, translationLoader } from "../answers/answer-loaders.ts";
import { answersIn } from "../answers/answer-views.ts";
import { othersAt } from "../answers/touch-entry.ts";
import { EntryClaim } from "../claims/claim.type.ts";
import { claimLoader } from "../claims/claim-loaders.ts";
import { claimView } from "../claims/claim-view.ts";
import { eventLoader } from "../custody/reads/entry-events.ts";
import type { HeldEntry } from "../custody/submission-window.ts";
import { entryRules } from "../forms/entry-problems.ts";
import { EntryGroundView, EntryHistoryView, SimilarEntry, SubmissionView } from "../forms/ground.type.ts";
import { groundView, submissionView } from "../forms/ground-view.ts";
import { similarEntries } from "../forms/similar-entries.ts";
import { submissionLoader, writingRefusal } from "../forms/submission.ts";
import { entryPolicy } from "./entry.policy.ts";
import { EntryProblemView, EntryTask, EntryView, EntryViewerCan, factsOf } from "./entry.type.ts";
import { ENTRY_ACTS } from "./entry-states.ts";
import { entryLoader, kinLoader } from "./list-entries.ts";

/** What hangs on an entry, each read once for all entries of an answer. */
@Resolver(() => EntryView)
export class EntryFieldsResolver {
  @FieldResolver(() => Round, {
    nullable: true,
    description: "The round it is part of; null to whoever may see the entry but not the round.",
  })
  round(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<Round | null> {
    return roundLoader(ctx).load(entry.roundId);
  }

  @FieldResolver(() => Jurisdiction, { description: "The region it counts for." })
  async region(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<Jurisdiction> {
    return findable(await jurisdictionLoader(ctx).load(entry.jurisdictionId), () => true);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "The office that enters it; null for a region's own rows." })
  async agency(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<Agency | null> {
    return entry.agencyId === null ? null : agencyLoader(ctx).load(entry.agencyId);
  }

  @FieldResolver(() => EntryGroundView, { description: "Its own versions of form and instrument: what it is asked, and by which rules." })
  ground(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<EntryGroundView> {
    return groundView(ctx, entry);
  }

  @FieldResolver(() => SubmissionView, { description: "Until when it can be written and handed in; what came back has time of its own." })
  submission(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<SubmissionView> {
    return submissionView(ctx, entry.roundId, heldOf(entry));
  }

  @FieldResolver(() => [EntryAnswer], { description: "What it says, field by field; fields never answered are not there." })
  async answers(
    @Root() entry: EntryView,
    @Arg("language", () => LanguageEnum, {
      nullable: true,
      description: "Told in this language where there is a translation; each answer says which language it is. The original unless told.",
    })
    language: Language | null,
    @Ctx() ctx: Context,
  ): Promise<readonly EntryAnswer[]> {
    const [rows, translations] = await Promise.all([answerLoader(ctx).load(entry.id), translationLoader(ctx).load(entry.id)]);
    return answersIn(rows, translations, { written: entry.language, asked: language ?? entry.language });
  }

  @FieldResolver(() => [EntryClaim], { description: "The levels it claims, by row; rows never claimed are not there." })
  async claims(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryClaim[]> {
    return (await claimLoader(ctx).load(entry.id)).map((row) => claimView(ctx.actor, factsOf(entry), row));
  }

  @FieldResolver(() => [EntryTask], { description: "Its form's tasks in order, with where each stands." })
  async tasks(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryTask[]> {
    const { ground, problems, tasks } = await entryRules(ctx, entry);
    return ground.form.tasks.map(({ code, title }) => ({
      code,
      title: pickText(title, ctx.language) || code,
      state: tasks[code] ?? "NOT_STARTED",
      problems: problems.filter(({ task }) => task === code),
    }));
  }

  @FieldResolver(() => [EntryProblemView], { description: "What stands against handing it in now; empty when nothing does." })
  async problems(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryProblemView[]> {
    return (await entryRules(ctx, entry)).problems;
  }

  @FieldResolver(() => [EntryProblemView], { description: "Rules of entry that it breaks by what is known of it so far." })
  async barredBy(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryProblemView[]> {
    return (await entryRules(ctx, entry)).barred;
  }

  @FieldResolver(() => EntryHistoryView, { description: "What the rules of entry look back on." })
  async history(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<EntryHistoryView> {
    const { history } = await entryRules(ctx, entry);
    return { facts: history, timesEntered: history.timesEntered };
  }

  @FieldResolver(() => [EntryView], {
    description: "Entries of the same innovation in other rounds, those the asker may see, the newest first.",
  })
  async otherEntries(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryView[]> {
    const kin = entry.innovationId === null ? [] : await kinLoader(ctx).load(entry.innovationId);
    return kin.filter(({ id }) => id !== entry.id);
  }

  @FieldResolver(() => EntryView, { nullable: true, description: "The earlier entry it was copied from, if the asker may see it." })
  async copiedFrom(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<EntryView | null> {
    return entry.copiedFromId === null ? null : entryLoader(ctx).load(entry.copiedFromId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is a copy of an earlier entry, and must say what has changed." })
  copied(@Root() entry: EntryView): boolean {
    return entry.copiedFromId !== null;
  }

  @FieldResolver(() => [SimilarEntry], {
    description: "Other entries of the region in this round with near titles, the nearest first, at most ten.",
  })
  similar(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly SimilarEntry[]> {
    return similarEntries(ctx, entry);
  }

  @FieldResolver(() => [EntryPresence], { description: "Who else has it open, told to its authors." })
  async present(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<readonly EntryPresence[]> {
    return entryPolicy.edit(ctx.actor, { ...factsOf(entry), state: "DRAFT" }) ? othersAt(ctx, entry.id) : [];
  }

  @FieldResolver(() => EntryViewerCan, { description: "What the asker may do with it now." })
  async viewerCan(@Root() entry: EntryView, @Ctx() ctx: Context): Promise<EntryViewerCan> {
    const facts = factsOf(entry);
    const can = Object.fromEntries(ENTRY_ACTS.map((act) => [act, entryPolicy.act(ctx.actor, facts, act)]));
    const taken = writingRefusal(await submissionLoader(ctx).load(entry.roundId), heldOf(entry), ctx.now()) === null;
    const may = (act: string): boolean => can[act] ?? false;
    return {
      edit: taken && entryPolicy.edit(ctx.actor, facts),
      translate: entryPolicy.translate(ctx.actor, facts),
      submit: taken && may("submit"),
      endorse: may("endorse"),
      check: may("check"),
      verify: entryPolicy.verify(ctx.actor, facts),
      return: may("return"),
      exclude: may("exclude"),
      withdraw: may("withdraw"),
      resume: may("resume"),
      delete: entry.state === "DRAFT" && entryPolicy.edit(ctx.actor, facts) && (await eventLoader(ctx).load(entry.id)).length === 0,
    };
  }
}

function heldOf({ state, heldSince }: EntryView): HeldEntry {
  return { state, heldSince: new Date(heldSince) };
}
