import { type LocalizedText, pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import { checkDefinition } from "../definition-problems.ts";
import { type AnyInstrument, anyInstrument } from "../instrument.ts";
import type { ServicePerformanceInstrument } from "../service-performance-instrument.ts";
import { indexInstrumentView } from "./index-instrument-view.ts";
import type { Instrument, InstrumentMetric, InstrumentTieBreak } from "./instrument.type.ts";

/** A version as the database has it. */
export type InstrumentRow = {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly definition: unknown;
  readonly reason: string | null;
  readonly frozenAt: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
};

/** Names of the levels and services of the round's country, by code. */
export type InstrumentNames = {
  readonly levels: ReadonlyMap<string, LocalizedText>;
  readonly services: ReadonlyMap<string, LocalizedText>;
};

/** The definition out of the database, in its canonical order of keys. What is there was checked when it was written. */
export function definitionOf(row: { readonly id: string; readonly definition: unknown }): AnyInstrument {
  const checked = checkDefinition(anyInstrument, row.definition);
  if (checked.ok) return checked.value;
  throw new Error(`instrument ${row.id} does not hold a definition: ${JSON.stringify(checked.problems)}`);
}

/** The version as people read it: names in their language, weights as shares. */
export function instrumentView(ctx: Context, row: InstrumentRow, names: InstrumentNames): Instrument {
  const definition = definitionOf(row);
  const named = (map: ReadonlyMap<string, LocalizedText>, code: string) => ({ code, name: pickText(map.get(code), ctx.language) || code });
  const level = (code: string) => named(names.levels, code);
  return {
    id: row.id,
    number: row.number,
    frozenAt: row.frozenAt,
    reason: row.reason,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    kind: definition.kind,
    levels: definition.levels.map(level),
    ...(definition.kind === "SERVICE_PERFORMANCE" ? performanceView(definition, names, named) : NO_PERFORMANCE),
    index: definition.kind === "INNOVATION_INDEX" ? indexInstrumentView(ctx, definition) : null,
    weightsNote: pickText(definition.weightsNote, ctx.language),
    tieBreaks: definition.tieBreaks.map(tieBreakOf),
    prizes: definition.prizes.map(({ code, names: texts, level: won, places, scope }) => ({
      code,
      names: texts,
      name: pickText(texts, ctx.language),
      level: level(won),
      places,
      within: scope.kind === "WITHIN_EACH" ? level(scope.level) : null,
    })),
    recognitionRoles: definition.recognitionRoles.map((role) => ({ ...role, name: pickText(role.names, ctx.language) })),
    definition,
  };
}

type PerformanceView = Pick<Instrument, "from" | "to" | "reportingLevel" | "services" | "metrics" | "minVolume" | "minCompleteness">;
type Named = (map: ReadonlyMap<string, LocalizedText>, code: string) => { readonly code: string; readonly name: string };

const NO_PERFORMANCE: PerformanceView = {
  from: null,
  to: null,
  reportingLevel: null,
  services: null,
  metrics: [],
  minVolume: null,
  minCompleteness: null,
};

function performanceView(definition: ServicePerformanceInstrument, names: InstrumentNames, named: Named): PerformanceView {
  return {
    from: definition.window.from,
    to: definition.window.to,
    reportingLevel: named(names.levels, definition.reportingLevel),
    services: definition.services === "ALL" ? null : definition.services.map((code) => named(names.services, code)),
    metrics: metricsOf(definition),
    minVolume: definition.minVolume,
    minCompleteness: String(definition.minCompleteness),
  };
}

function tieBreakOf(entry: AnyInstrument["tieBreaks"][number]): InstrumentTieBreak {
  return {
    rule: entry.rule,
    metric: entry.rule === "HIGHER_METRIC" ? entry.metric : null,
    part: entry.rule === "HIGHER_PART" ? entry.part : null,
  };
}

function metricsOf({ metrics }: ServicePerformanceInstrument): readonly InstrumentMetric[] {
  const total = sum(metrics.map((entry) => fraction(entry.weight)));
  return metrics.map(({ metric, weight, normalise, shrinkage }) => ({
    metric,
    weight: String(weight),
    share: roundHalfUp(fraction(weight).mul(100).div(total), 2),
    method: normalise.method,
    floor: normalise.method === "TARGET" ? String(normalise.floor) : null,
    target: normalise.method === "TARGET" ? String(normalise.target) : null,
    shrinkage: String(shrinkage),
  }));
}
