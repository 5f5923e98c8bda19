import { LIMITS } from "@isonga/schema/limits";
import type { PublicationSnapshot } from "@isonga/schema/published-result";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { enqueue } from "../../kernel/jobs/jobs.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { lockApproved } from "../../services/reports/lock-reports.ts";
import { sha256 } from "../inputs-digest.ts";
import { lockRound, type ResultsRound } from "../load-round.ts";
import { announcePublication } from "./announce-publication.ts";
import { findPublication, latestPublication } from "./list-publications.ts";
import { preparePublication } from "./prepare-publication.ts";
import type { PublicationPayload, PublishRoundInput } from "./publication.inputs.ts";
import { writePublication } from "./write-publication.ts";

/**
 * Publishes a round's results as the next numbered snapshot, in one transaction: either all of it is there afterwards or nothing. The
 * reports counted are locked. Refuses PRIZE_UNDECIDED and other open decisions, STANDING_CHANGED when it would not be what the chair saw,
 * EMBARGO_PAST, PUBLICATION_EXISTS when it corrects another publication than the last, REASON_REQUIRED for a correction.
 */
export async function publishRound(ctx: Context, input: PublishRoundInput): Promise<PublicationPayload> {
  const round = await lockRound(ctx, input.roundId);
  const corrects = await correctedBy(ctx, round, input);
  const publicFrom = publicFromOf(ctx, input.embargoUntil ?? null, corrects?.publicFrom ?? null);
  await holdFigures(ctx, round);
  const { body, hash, problems } = await preparePublication(ctx, round);
  refuseAll(problems);
  if (hash !== input.expectedStandingHash) throw new Refusal("STANDING_CHANGED", { field: "expectedStandingHash" });
  const snapshot: PublicationSnapshot = {
    ...body,
    number: (corrects?.number ?? 0) + 1,
    corrects: corrects ? { number: corrects.number, reason: corrects.reason } : null,
    publishedAt: ctx.now().toISOString(),
    publicFrom: publicFrom.toISOString(),
  };
  if (corrects) await becauseOf(ctx, corrects.reason);
  const id = ctx.newId();
  await writePublication(ctx, { id, round, snapshot, checksum: sha256(snapshot), correctsId: corrects?.id ?? null });
  const { instrument } = round;
  if (instrument.kind === "SERVICE_PERFORMANCE") await lockApproved(ctx, { path: round.path, ...instrument.window });
  await sql`update round set state = 'PUBLISHED', version = version + 1, updated_at = ${ctx.now()} where id = ${round.id}::uuid`.execute(
    ctx.db,
  );
  await tell(ctx, { roundId: round.id, publicationId: id, number: snapshot.number, publicFrom });
  return { publication: await findPublication(ctx, id) };
}

/** Until the end of the transaction no figure changes: what is counted is what is published. */
async function holdFigures(ctx: Context, { instrument }: ResultsRound): Promise<void> {
  const tables = instrument.kind === "SERVICE_PERFORMANCE" ? sql`monthly_report` : sql`entry, entry_claim, innovation`;
  await sql`lock table ${tables} in share row exclusive mode`.execute(ctx.db);
}

type Corrected = { readonly id: string; readonly number: number; readonly reason: string; readonly publicFrom: Date };

async function correctedBy(ctx: Context, round: ResultsRound, input: PublishRoundInput): Promise<Corrected | null> {
  const latest = await latestPublication(ctx, round.id);
  const wanted = input.correctsNumber ?? null;
  if (!latest && wanted !== null) throw new Refusal("UNKNOWN_REFERENCE", { field: "correctsNumber", values: { value: wanted } });
  if (!latest) return null;
  if (latest.number !== wanted) throw new Refusal("PUBLICATION_EXISTS", { field: "correctsNumber", values: { number: latest.number } });
  const reason = input.reason?.trim() ?? "";
  if (reason === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (reason.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  return { id: latest.id, number: latest.number, reason, publicFrom: new Date(latest.publicFrom) };
}

/** A correction never comes out before what it corrects: without an embargo of its own it takes over one that still holds. */
function publicFromOf(ctx: Context, embargoUntil: Date | null, corrected: Date | null): Date {
  const now = ctx.now();
  if (embargoUntil && embargoUntil <= now) throw new Refusal("EMBARGO_PAST", { field: "embargoUntil" });
  const earliest = corrected && corrected > now ? corrected : now;
  return embargoUntil && embargoUntil > earliest ? embargoUntil : earliest;
}

type Told = { readonly roundId: string; readonly publicationId: string; readonly number: number; readonly publicFrom: Date };

async function tell(ctx: Context, { publicFrom, ...payload }: Told): Promise<void> {
  await emit(ctx, { type: "round.published", payload: { ...payload, publicFrom: publicFrom.toISOString() } });
  if (publicFrom <= ctx.now()) await emit(ctx, { type: "round.public", payload });
  else await enqueue(ctx, announcePublication, { payload: { publicationId: payload.publicationId }, runAt: publicFrom });
}
