import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { isId } from "../find-for-change.ts";
import { findJurisdiction } from "../find-jurisdiction.ts";
import { checkedCode } from "../import/check-place.ts";
import { checkFacts } from "../jurisdiction-facts.ts";
import { placePolicy } from "../place.policy.ts";
import { AgencyEntity, type AgencyFacts } from "./agency.entity.ts";
import type { AgencyFactsInput, AgencyPayload, CreateAgencyInput, UpdateAgencyInput } from "./agency.type.ts";
import { findAgency } from "./list-agencies.ts";

/** Adds an agency to an area. Refuses NOT_FOUND, FORBIDDEN, ALREADY_EXISTS (its code in the area), and what its facts refuse. */
export async function createAgency(ctx: Context, input: CreateAgencyInput): Promise<AgencyPayload> {
  const area = isId(input.jurisdictionId) ? await findJurisdiction(ctx, { id: input.jurisdictionId }) : null;
  if (!area) throw new Refusal("NOT_FOUND", { field: "jurisdictionId" });
  authorize(ctx.actor, placePolicy.manageAgencies(ctx.actor, area));
  const facts = factsOf(input.facts);
  await refuseTaken(ctx, area.id, { code: facts.code });
  const id = ctx.newId();
  ctx.em.create(AgencyEntity, { ...facts, id, jurisdictionId: area.id, createdAt: ctx.now(), updatedAt: ctx.now() }, { persist: true });
  return answer(ctx, id);
}

/** Changes an agency. Refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, ALREADY_EXISTS, and what its facts refuse. */
export async function updateAgency(ctx: Context, input: UpdateAgencyInput): Promise<AgencyPayload> {
  const agency = isId(input.id) ? await ctx.em.findOne(AgencyEntity, { id: input.id }) : null;
  const area = agency && (await findJurisdiction(ctx, { id: agency.jurisdictionId }));
  if (!agency || !area) throw new Refusal("NOT_FOUND", { field: "id" });
  authorize(ctx.actor, placePolicy.manageAgencies(ctx.actor, area));
  const facts = factsOf(input.facts);
  await refuseTaken(ctx, area.id, { code: facts.code, but: agency.id });
  agency.describe(facts, { version: input.version, at: ctx.now() });
  return answer(ctx, agency.id);
}

function factsOf(input: AgencyFactsInput): AgencyFacts {
  const { population: _none, ...facts } = checkFacts(input);
  return { ...facts, code: checkedCode(input.code.trim(), "facts.code") };
}

async function refuseTaken(ctx: Context, jurisdictionId: string, taken: { readonly code: string; readonly but?: string }): Promise<void> {
  const other = await ctx.em.findOne(AgencyEntity, { jurisdictionId, code: taken.code });
  if (other && other.id !== taken.but) throw new Refusal("ALREADY_EXISTS", { field: "facts.code" });
}

async function answer(ctx: Context, id: string): Promise<AgencyPayload> {
  await ctx.em.flush();
  return { agency: await findAgency(ctx, id) };
}
