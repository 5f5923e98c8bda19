import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { isTimeZone } from "../../kernel/time-zone.ts";
import { findJurisdiction } from "../../places/find-jurisdiction.ts";
import { refuseTakenCode } from "../create-programme.ts";
import { findProgramme } from "../list-programmes.ts";
import { programmePolicy } from "../programme.policy.ts";
import { descriptionIn, nameIn } from "../texts.ts";
import { roundAnswer } from "./load-round.ts";
import { Round } from "./round.entity.ts";
import type { CreateRoundInput, RoundPayload } from "./round.inputs.ts";

/** Makes a round of a programme, as a draft. Refuses a taken code, a place outside the programme's country, an unknown time zone. */
export async function createRound(ctx: Context, input: CreateRoundInput): Promise<RoundPayload> {
  const round = await addRound(ctx, input);
  return roundAnswer(ctx, round.id);
}

/** As {@link createRound}, for other verbs: the entity, written. */
export async function addRound(ctx: Context, input: CreateRoundInput): Promise<Round> {
  const programme = findable(await findProgramme(ctx, { id: input.programmeId }), () => true);
  authorize(ctx.actor, programmePolicy.createRound(ctx.actor, programme));
  await refuseTakenCode(ctx, "round", input.code);
  await refuseForeignPlace(ctx, { jurisdictionId: input.jurisdictionId, country: programme.country });
  refuseUnknownZone(input.timeZone);
  const now = ctx.now();
  const round = ctx.em.create(Round, {
    id: ctx.newId(),
    programmeId: programme.id,
    code: input.code,
    names: nameIn("names", input.names),
    descriptions: descriptionIn("descriptions", input.descriptions),
    jurisdictionId: input.jurisdictionId,
    timeZone: input.timeZone,
    state: "DRAFT",
    illustrative: input.illustrative,
    openedAt: null,
    createdAt: now,
    updatedAt: now,
  });
  ctx.em.persist(round);
  await ctx.em.flush();
  return round;
}

/** Refuses no place at all (REQUIRED), one that is not there, or one that lies in another country than the programme. */
export async function refuseForeignPlace(
  ctx: Context,
  { jurisdictionId, country }: { readonly jurisdictionId: string; readonly country: string },
): Promise<void> {
  if (jurisdictionId === "") throw new Refusal("REQUIRED", { field: "jurisdictionId" });
  const place = await findJurisdiction(ctx, { id: checkedId(jurisdictionId, "jurisdictionId") });
  if (place?.country !== country) throw new Refusal("UNKNOWN_REFERENCE", { field: "jurisdictionId" });
}

/** Refuses a time zone that the platform does not know. */
export function refuseUnknownZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new Refusal("INVALID_VALUE", { field: "timeZone", values: { value: timeZone } });
}
