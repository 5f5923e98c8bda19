import { sql } from "kysely";
import { applyAssignment } from "../../judging/assignment/apply-assignment.ts";
import { previewAssignment } from "../../judging/assignment/preview-assignment.ts";
import { assignCalibration } from "../../judging/cards/calibrate.ts";
import { ensureStages } from "../../judging/stages/ensure-stages.ts";
import { admitToStage, setCalibration, setEntryPanel } from "../../judging/stages/prepare-stage.ts";
import { readStageEntries, readStages } from "../../judging/stages/read-stages.ts";
import { stepStage } from "../../judging/stages/step-stage.ts";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { personAt } from "../person-at.ts";
import { fillCards } from "./fill-cards.ts";
import { KIPP_DAYS, kippDay } from "./kipp-round.ts";

const CHAIR = "ketua.juri@isonga.example";

/** Affairs of panel A, people and welfare; the rest goes to panel B. */
const PANEL_A = [
  "EDUCATION",
  "HEALTH",
  "SOCIAL",
  "WOMEN_AND_CHILDREN",
  "CIVIL_REGISTRATION",
  "LIBRARIES",
  "ARCHIVES",
  "PUBLIC_ORDER",
  "FOOD",
  "MANPOWER",
];

/**
 * The desk scoring as its people would have done it so far: entries taken in and dealt to the panels, two of them scored by all, the rest
 * assigned by the platform, and half of the cards signed. Judges must have accepted.
 */
export async function judgeHalf(operator: Context, roundId: string, now: Date): Promise<void> {
  const chairAt = (days: number) => personAt(operator, CHAIR, kippDay(now, days, 9));
  const act = async <T>(days: number, verb: string, work: (ctx: Context) => Promise<T>): Promise<T> => {
    const ctx = await chairAt(days);
    return atomically(ctx, { verb }, () => work(ctx));
  };
  await atomically(operator, { verb: "ensureStages" }, () => ensureStages(operator, roundId));
  const [desk] = await act(KIPP_DAYS.desk, "readStages", (ctx) => readStages(ctx, roundId));
  const stageId = desk?.id ?? "";
  const step = (days: number, stepAct: "calibrate" | "score") =>
    act(days, "stepJudgingStage", async (ctx) => stepStage(ctx, { stageId, act: stepAct, version: await versionOf(ctx, stageId) }));
  await act(KIPP_DAYS.desk, "admitEntries", (ctx) => admitToStage(ctx, { stageId }));
  const entries = await act(KIPP_DAYS.desk, "readStages", (ctx) => readStageEntries(ctx, stageId));
  const affairs = await affairsOf(operator, stageId);
  const ofA = entries.filter(({ id }) => PANEL_A.includes(affairs.get(id) ?? "")).map(({ id }) => id);
  const ofB = entries.filter(({ id }) => !ofA.includes(id)).map(({ id }) => id);
  await act(KIPP_DAYS.desk, "setEntryPanel", (ctx) => setEntryPanel(ctx, { stageId, entryIds: ofA, panel: "a" }));
  await act(KIPP_DAYS.desk, "setEntryPanel", (ctx) => setEntryPanel(ctx, { stageId, entryIds: ofB, panel: "b" }));
  await act(KIPP_DAYS.desk, "setCalibrationEntries", (ctx) => setCalibration(ctx, { stageId, entryIds: [ofA[0] ?? "", ofB[0] ?? ""] }));
  await step(KIPP_DAYS.desk + 1, "calibrate");
  await act(KIPP_DAYS.desk + 1, "assignCalibration", (ctx) => assignCalibration(ctx, { stageId, roundId }));
  await fillCards(operator, { stageId, at: (minutes) => later(kippDay(now, KIPP_DAYS.desk + 1, 10), minutes), part: 1 });
  await step(KIPP_DAYS.desk + 3, "score");
  await act(KIPP_DAYS.desk + 3, "applyAssignment", async (ctx) => {
    const options = { keep: "ALL" } as const;
    const { token } = await previewAssignment(ctx, stageId, options);
    return applyAssignment(ctx, { stageId, options, token });
  });
  await fillCards(operator, { stageId, at: (minutes) => later(kippDay(now, KIPP_DAYS.desk + 5, 8), minutes), part: 0.5 });
}

function later(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * 60_000);
}

async function affairsOf(ctx: Context, stageId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; affair: string }>`select e.id, i.affairs[1] as affair from judged_entry je
    join entry e on e.id = je.entry_id join innovation i on i.id = e.innovation_id where je.judging_stage_id = ${stageId}::uuid`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, affair }) => [id, affair]));
}

async function versionOf(ctx: Context, stageId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from judging_stage where id = ${stageId}::uuid`.execute(ctx.db);
  return rows[0]?.version ?? 0;
}
