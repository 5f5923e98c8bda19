import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { levelsOf } from "../../places/countries.ts";
import { checkDefinition, type DefinitionProblem } from "../definition-problems.ts";
import { type AnyInstrument, anyInstrument } from "../instrument.ts";
import { checkInstrumentReferences } from "../instrument-references.ts";
import { refuseProblems } from "../texts.ts";
import { Instrument } from "./instrument.entity.ts";
import type { Round } from "./round.entity.ts";

/** A definition checked in itself and against the country's levels and services. Refuses with every problem and its path. */
export async function checkedInstrument(ctx: Context, country: string, definition: unknown): Promise<AnyInstrument> {
  const checked = checkDefinition(anyInstrument, definition);
  if (!checked.ok) {
    refuseProblems(checked.problems, "definition");
    throw new Refusal("INVALID_VALUE", { field: "definition" });
  }
  refuseProblems(await referenceProblems(ctx, country, checked.value), "definition");
  return checked.value;
}

/** What the definition names that the country does not have. */
export async function referenceProblems(ctx: Context, country: string, definition: AnyInstrument): Promise<readonly DefinitionProblem[]> {
  const levels = await levelsOf(ctx, [country]);
  if (definition.kind !== "SERVICE_PERFORMANCE") return checkInstrumentReferences(definition, { levels, services: [] });
  const { rows } = await sql<{ code: string }>`select code from service
    where country = ${country} and delivered_at = ${definition.reportingLevel}`.execute(ctx.db);
  return checkInstrumentReferences(definition, { levels, services: rows.map(({ code }) => code) });
}

/** Writes the draft's one version. Refuses INSTRUMENT_FROZEN once the round is open. */
export async function writeDraftInstrument(ctx: Context, round: Round, definition: AnyInstrument): Promise<void> {
  const current = await latestInstrument(ctx, round.id);
  if (round.isOpened() || current?.frozenAt) throw new Refusal("INSTRUMENT_FROZEN", { field: "definition" });
  if (current) current.definition = definition;
  else addVersion(ctx, round, { number: 1, definition, reason: null, frozenAt: null });
  await ctx.em.flush();
}

/** Writes a new version beside the frozen one and tells of it. Refuses REASON_REQUIRED. */
export async function writeRevision(
  ctx: Context,
  round: Round,
  { definition, reason }: { readonly definition: AnyInstrument; readonly reason: string },
): Promise<void> {
  const why = reason.trim();
  if (why === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  const current = await latestInstrument(ctx, round.id);
  const number = (current?.number ?? 0) + 1;
  await becauseOf(ctx, why);
  addVersion(ctx, round, { number, definition, reason: why, frozenAt: ctx.now() });
  await ctx.em.flush();
  await emit(ctx, { type: "round.instrument-revised", payload: { roundId: round.id, number, reason: why } });
}

/** The version in force: the one with the highest number. */
export function latestInstrument(ctx: Context, roundId: string): Promise<Instrument | null> {
  return ctx.em.findOne(Instrument, { roundId }, { orderBy: { number: "desc" } });
}

function addVersion(ctx: Context, round: Round, version: Pick<Instrument, "number" | "definition" | "reason" | "frozenAt">): void {
  ctx.em.persist(
    ctx.em.create(Instrument, {
      id: ctx.newId(),
      roundId: round.id,
      kind: version.definition.kind,
      createdBy: ctx.actor.id,
      createdAt: ctx.now(),
      ...version,
    }),
  );
}
