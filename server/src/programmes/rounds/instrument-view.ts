import { type LocalizedText, pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import { checkDefinition } from "../definition-problems.ts";
import { type ServicePerformanceInstrument, servicePerformanceInstrument } from "../service-performance-instrument.ts";
import type { Instrument, InstrumentMetric } from "./instrument.type.ts";

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
export function definitionOf(row: { readonly id: string; readonly definition: unknown }): ServicePerformanceInstrument {
  const checked = checkDefinition(servicePerformanceInstrument, row.definition);
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
    from: definition.window.from,
    to: definition.window.to,
    reportingLevel: level(definition.reportingLevel),
    levels: definition.levels.map(level),
    services: definition.services === "ALL" ? null : definition.services.map((code) => named(names.services, code)),
    metrics: metricsOf(definition),
    weightsNote: pickText(definition.weightsNote, ctx.language),
    minVolume: definition.minVolume,
    minCompleteness: String(definition.minCompleteness),
    tieBreaks: definition.tieBreaks.map((entry) => ({ rule: entry.rule, metric: entry.rule === "HIGHER_METRIC" ? entry.metric : null })),
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
