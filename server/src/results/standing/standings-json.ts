import type { ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { Metric } from "../../services/performance.ts";
import type { StandingRows, UnrankedReason } from "../scoring.ts";

/** The form in which standings are exchanged with other tools: the instrument's main lines, and each level's ranks and scores. */
export interface StandingsForm {
  readonly window: readonly [string, string];
  readonly metrics: readonly { readonly metric: Metric; readonly weight: number | string; readonly normalise: string }[];
  readonly minVolume: number;
  readonly minCompleteness: string;
  readonly levels: Readonly<Record<string, LevelForm>>;
}

export interface LevelForm {
  readonly standing: readonly { readonly subject: string; readonly rank: number; readonly score: string }[];
  /** Subject code → its first reason. */
  readonly ineligible: Readonly<Record<string, UnrankedReason["code"]>>;
}

/** A standing in that form, ready for `JSON.stringify`. */
export function serviceForm(instrument: ServicePerformanceInstrument, standing: StandingRows): StandingsForm {
  return {
    window: [instrument.window.from, instrument.window.to],
    metrics: instrument.metrics.map(({ metric, weight, normalise }) => ({ metric, weight, normalise: normalise.method })),
    minVolume: instrument.minVolume,
    minCompleteness: String(instrument.minCompleteness),
    levels: Object.fromEntries(
      standing.levels.map(({ level, ranked, ineligible }) => [
        level,
        {
          standing: ranked.map(({ subject, rank, score }) => ({ subject: subject.code, rank, score })),
          ineligible: Object.fromEntries(
            ineligible.flatMap(({ subject, reasons }) => (reasons[0] ? [[subject.code, reasons[0].code]] : [])),
          ),
        },
      ]),
    ),
  };
}
