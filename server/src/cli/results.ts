import { atomically } from "../kernel/atomically.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { InstrumentKind } from "../programmes/instrument.ts";
import { AreaIndex } from "../results/area-index.ts";
import { loadRound } from "../results/load-round.ts";
import { latestPublication } from "../results/publications/list-publications.ts";
import { previewPublication } from "../results/publications/preview-publication.ts";
import { publishRound } from "../results/publications/publish-round.ts";
import { loadRoundStanding } from "../results/round-standing.ts";
import { standingsForm } from "../results/standings-form.ts";
import type { Io } from "./io.ts";
import type { Platform } from "./platform.ts";
import type { Publish, Standings } from "./result-commands.ts";
import { words } from "./words.ts";

/** Prints a round's standing as it is now. */
export async function standings(io: Io, { ctx }: Platform, { round: code, json, level }: Standings): Promise<void> {
  const round = await loadRound(ctx, code);
  const state = await loadRoundStanding(ctx, round);
  const { standing, inputs } = state;
  if (json) return io.put(jsonText(standingsForm(state), round.instrument.kind));
  const areas = new AreaIndex(inputs);
  const levels = standing.levels.filter((entry) => level === undefined || entry.level === level);
  if (levels.length === 0) throw new Refusal("UNKNOWN_LEVEL", { field: "level", values: { value: level ?? "" } });
  for (const { level: name, ranked, ineligible } of levels) {
    io.put(`\n${name}`);
    for (const { rank, score, subject } of ranked)
      io.put(`${String(rank).padStart(4)}  ${score.padStart(6)}  ${subject.code.padEnd(8)} ${areas.view(subject.code, io.language).name}`);
    for (const { subject, reasons } of ineligible)
      io.put(
        `   –       –  ${subject.code.padEnd(8)} ${areas.view(subject.code, io.language).name} (${reasons.map((reason) => reason.code).join(", ")})`,
      );
  }
}

/** Publishes what the standing and the staged decisions are now. */
export async function publish(io: Io, { ctx }: Platform, { round, embargo, corrects, reason }: Publish): Promise<void> {
  const embargoUntil = embargo === undefined ? null : new Date(embargo);
  if (embargoUntil && Number.isNaN(embargoUntil.getTime())) throw new Refusal("INVALID_DATE", { field: "embargo" });
  const { id } = await loadRound(ctx, round);
  const published = await atomically(ctx, { verb: "publishRound", ...(reason ? { reason } : {}) }, async () => {
    const { hash } = await previewPublication(ctx, id);
    await publishRound(ctx, {
      roundId: id,
      expectedStandingHash: hash,
      embargoUntil,
      correctsNumber: corrects ? Number(corrects) : null,
      reason: reason ?? null,
    });
    return latestPublication(ctx, id);
  });
  io.put(words(io, "publish.done", { round, number: published?.number ?? 1 }));
}

/** As such files are written: indices a key a line without indentation, standings with one space a step. */
function jsonText(form: object, kind: InstrumentKind): string {
  const text = JSON.stringify(form, null, 1);
  return kind === "INNOVATION_INDEX" ? text.replace(/^ +/gm, "") : text;
}
