import { type EligibilityRules, eligibility } from "@isonga/schema/entry-eligibility";
import type { Answers } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { formInForce } from "../../programmes/forms/write-form.ts";
import { answersFrom, type InnovationFacts } from "../answers/innovation-facts.ts";
import type { BeginEntryInput, EntryPayload } from "../entries/entry.inputs.ts";
import { beginPolicy } from "../entries/entry.policy.ts";
import { entryAnswer, findEntry } from "../entries/list-entries.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { historiesOf } from "../forms/entry-history.ts";
import { findOffice, findRegion, type OpenRound, openRoundFor } from "./begin-place.ts";
import { findInnovation } from "./find-innovation.ts";
import { writeEntry } from "./write-entry.ts";

/**
 * Begins an entry as a draft. Refuses what stands against it as far as that can be known before anything is typed: a round that takes none
 * now (SUBMISSION_NOT_OPEN, DEADLINE_PASSED), an innovation or region that is in the round already (ALREADY_EXISTS), and the rules of entry.
 * Begun again with the same id by the same person, it answers the entry that is there.
 */
export async function beginEntry(ctx: Context, input: BeginEntryInput): Promise<EntryPayload> {
  const again = await begunBefore(ctx, input);
  if (again) return again;
  const round = await openRoundFor(ctx, input.roundId);
  return input.kind === "REGIONAL" ? beginRegional(ctx, round, input) : beginInnovation(ctx, round, input);
}

/** The answer for an id that is taken: the entry, when the asker began it in this round. Refuses INVALID_VALUE for what is no new id. */
export async function begunBefore(
  ctx: Context,
  { id, roundId }: { readonly id?: string | null; readonly roundId: string },
): Promise<EntryPayload | null> {
  if (!id) return null;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))
    throw new Refusal("INVALID_VALUE", { field: "id" });
  const { rows } = await sql<{
    mine: boolean;
  }>`select created_by is not distinct from ${ctx.actor.id}::uuid and round_id = ${checkedId(roundId, "roundId")}::uuid as mine
    from entry where id = ${id}::uuid`.execute(ctx.db);
  const [taken] = rows;
  if (!taken) return null;
  const entry = taken.mine ? await findEntry(ctx, id) : null;
  if (!entry) throw new Refusal("INVALID_VALUE", { field: "id" });
  return { entry };
}

async function beginInnovation(ctx: Context, round: OpenRound, input: BeginEntryInput): Promise<EntryPayload> {
  const office = await findOffice(ctx, round, input.agencyId);
  authorize(ctx.actor, beginPolicy.innovation(ctx.actor, office));
  const known = input.innovationId ? await findInnovation(ctx, { id: input.innovationId, agencyId: office.agencyId }) : null;
  const title = known?.title ?? titleIn(input.title);
  const formId = await formInForce(ctx, round.id);
  const { form, instrument } = await entryGround(ctx, { kind: "INNOVATION", formId, instrumentId: round.instrumentId });
  const answers: Answers = known ? answersFrom(form, known) : { ...answersFrom(form, { ...NOTHING_KNOWN, title }) };
  const place = { jurisdictionId: office.jurisdictionId, agencyId: office.agencyId };
  const innovationId = known?.id ?? null;
  if (innovationId) await refuseTwice(ctx, round.id, { innovationId });
  const [history] = await historiesOf(ctx, [{ entryId: null, roundId: round.id, ...place, innovationId, title }]);
  const rules: EligibilityRules = instrument.eligibility;
  const barred = history ? eligibility(rules, { form, answers, history, whole: false }) : [];
  refuseAll(barred.map(({ code, field, values }) => new Refusal(code, { field, values })));
  const language: Language = input.language;
  const id = await writeEntry(ctx, {
    ...round.ground,
    id: input.id ?? null,
    kind: "INNOVATION",
    ...place,
    innovationId,
    title,
    language,
    answers,
  });
  return { entry: await entryAnswer(ctx, id) };
}

async function beginRegional(ctx: Context, round: OpenRound, input: BeginEntryInput): Promise<EntryPayload> {
  const region = await findRegion(ctx, round, input.jurisdictionId);
  authorize(ctx.actor, beginPolicy.regional(ctx.actor, region));
  await refuseTwice(ctx, round.id, { jurisdictionId: region.jurisdictionId });
  const id = await writeEntry(ctx, {
    ...round.ground,
    id: input.id ?? null,
    kind: "REGIONAL",
    jurisdictionId: region.jurisdictionId,
    agencyId: null,
    innovationId: null,
    title: region.name,
    language: input.language,
  });
  return { entry: await entryAnswer(ctx, id) };
}

/** Refuses ALREADY_EXISTS when the innovation, or the region's own rows, are in the round already. */
export async function refuseTwice(
  ctx: Context,
  roundId: string,
  of: { readonly innovationId: string } | { readonly jurisdictionId: string },
): Promise<void> {
  const same =
    "innovationId" in of
      ? sql<boolean>`innovation_id = ${of.innovationId}::uuid`
      : sql<boolean>`kind = 'REGIONAL' and jurisdiction_id = ${of.jurisdictionId}::uuid`;
  const { rows } = await sql`select from entry where round_id = ${roundId}::uuid and ${same}`.execute(ctx.db);
  if (rows.length > 0) throw new Refusal("ALREADY_EXISTS", { field: "innovationId" in of ? "innovationId" : "jurisdictionId" });
}

function titleIn(text: string | null | undefined): string {
  const title = (text ?? "").trim().replace(/\s+/g, " ");
  if (title === "") throw new Refusal("REQUIRED", { field: "title" });
  if (title.length > LIMITS.nameLength) throw new Refusal("TOO_LONG", { field: "title", values: { max: LIMITS.nameLength } });
  if (title.includes("\u0000") || !title.isWellFormed()) throw new Refusal("INVALID_VALUE", { field: "title" });
  return title;
}

const NOTHING_KNOWN: InnovationFacts = {
  title: "",
  form: null,
  digital: null,
  stage: null,
  initiator: null,
  affairs: [],
  trialOn: null,
  appliedOn: null,
  developedOn: null,
  design: null,
  aim: null,
  benefit: null,
  result: null,
  links: [],
  latitude: null,
  longitude: null,
};
