import type { LocalizedText } from "@isonga/schema/languages";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import type { Round } from "./round.entity.ts";
import { Stage, type StageKind } from "./stage.entity.ts";

/** A stage as it shall be, its dates as instants. */
export type WantedStage = {
  readonly code: string;
  readonly kind: StageKind;
  readonly names: LocalizedText;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Minutes after its end during which what is late is still taken, and marked. */
  readonly graceMinutes: number;
};

/** Dates of a stage as they were or are. */
export type StageDates = { readonly startsAt: string; readonly endsAt: string; readonly graceMinutes: number };

/** A date of a stage that changed after the round opened; null where there was or is none. */
export type DeadlineChange = {
  readonly stage: string;
  readonly names: LocalizedText;
  readonly before: StageDates | null;
  readonly after: StageDates | null;
};

export type StagesChange = { readonly stages: readonly WantedStage[]; readonly reason?: string | null; readonly field?: string };

/**
 * Makes the round's stages these. Refuses STAGE_ORDER when one ends before it starts, or starts or ends before the one before it;
 * ALREADY_EXISTS for a code given twice; REASON_REQUIRED for another date once the round is open, which is then announced.
 */
export async function writeStages(ctx: Context, round: Round, change: StagesChange): Promise<void> {
  refuseDisorder(change);
  const old = await ctx.em.find(Stage, { roundId: round.id }, { orderBy: { position: "asc" } });
  const changes = deadlineChanges(old, change.stages);
  const reason = change.reason?.trim() ?? "";
  if (round.isOpened() && changes.length > 0) {
    if (reason === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
    await becauseOf(ctx, reason);
    await emit(ctx, { type: "round.deadlines-changed", payload: { roundId: round.id, reason, changes } });
  }
  const byCode = new Map(old.map((stage) => [stage.code, stage]));
  for (const [position, wanted] of change.stages.entries()) {
    const there = byCode.get(wanted.code);
    byCode.delete(wanted.code);
    if (there) ctx.em.assign(there, { ...wanted, position });
    else ctx.em.persist(ctx.em.create(Stage, { id: ctx.newId(), roundId: round.id, position, ...wanted }));
  }
  for (const gone of byCode.values()) ctx.em.remove(gone);
  await ctx.em.flush();
}

function refuseDisorder({ stages, field = "stages" }: StagesChange): void {
  const seen = new Set<string>();
  const refusals = stages.flatMap((stage, index) => {
    const at = `${field}[${index}]`;
    const before = stages[index - 1];
    const twice = seen.has(stage.code);
    seen.add(stage.code);
    if (twice) return [new Refusal("ALREADY_EXISTS", { field: `${at}.code`, values: { value: stage.code } })];
    if (stage.endsAt <= stage.startsAt) return [new Refusal("STAGE_ORDER", { field: `${at}.endsAt`, values: { code: stage.code } })];
    if (before && stage.startsAt < before.startsAt)
      return [new Refusal("STAGE_ORDER", { field: `${at}.startsAt`, values: { code: stage.code } })];
    if (before && stage.endsAt < before.endsAt)
      return [new Refusal("STAGE_ORDER", { field: `${at}.endsAt`, values: { code: stage.code } })];
    return [];
  });
  refuseAll(refusals);
}

function deadlineChanges(old: readonly Stage[], wanted: readonly WantedStage[]): readonly DeadlineChange[] {
  const codes = new Set([...old, ...wanted].map((stage) => stage.code));
  return [...codes].flatMap((code) => {
    const before = old.find((stage) => stage.code === code);
    const after = wanted.find((stage) => stage.code === code);
    const names = after?.names ?? before?.names ?? {};
    const change = { stage: code, names, before: datesOf(before), after: datesOf(after) };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

function datesOf(stage: Pick<WantedStage, "startsAt" | "endsAt" | "graceMinutes"> | undefined): StageDates | null {
  if (!stage) return null;
  return { startsAt: stage.startsAt.toISOString(), endsAt: stage.endsAt.toISOString(), graceMinutes: stage.graceMinutes };
}
