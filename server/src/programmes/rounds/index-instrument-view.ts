import { type LocalizedText, pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { Indicator as IndicatorRow, InnovationIndexInstrument } from "../innovation-index-instrument.ts";
import type { IndexEligibility, IndexInstrument, IndexParameters, IndexTerm, Indicator } from "./index-instrument.type.ts";

/** An index instrument as people read it: names in their language, what can be had at most. */
export function indexInstrumentView(ctx: Context, definition: InnovationIndexInstrument): IndexInstrument {
  const groups = definition.groups.map((entry) => termOf(ctx, entry));
  const indicator = (of: Indicator["of"]) => (row: IndicatorRow) =>
    indicatorOf(ctx, row, { of, group: groups.find(({ code }) => code === row.group) ?? null });
  const { cap, perInnovation } = definition.parameters;
  return {
    groups,
    affairs: definition.affairs.map((entry) => termOf(ctx, entry)),
    regional: definition.regional.map(indicator("REGION")),
    innovation: definition.innovation.map(indicator("INNOVATION")),
    regionalMaximum: mostPoints(definition.regional),
    maturityMaximum: mostPoints(definition.innovation),
    countMaximum: roundHalfUp(fraction(perInnovation).mul(cap), 2),
    parameters: parametersOf(ctx, definition),
    eligibility: eligibilityOf(definition),
    agencyRanking: definition.agencyRanking,
    verifiers: definition.verification.verifiers,
    largestFile: definition.verification.largestFile,
  };
}

function termOf(ctx: Context, { code, names }: { readonly code: string; readonly names: LocalizedText }): IndexTerm {
  return { code, names, name: pickText(names, ctx.language) || code };
}

function indicatorOf(ctx: Context, row: IndicatorRow, rest: Pick<Indicator, "of" | "group">): Indicator {
  return {
    ...termOf(ctx, row),
    ...rest,
    description: pickText(row.descriptions, ctx.language),
    weight: String(row.weight),
    mandatory: row.mandatory,
    levels: row.levels.map((texts, index) => ({ level: index + 1, texts, text: pickText(texts, ctx.language) })),
    evidence: pickText(row.evidence, ctx.language),
  };
}

function mostPoints(rows: readonly IndicatorRow[]): string {
  return roundHalfUp(sum(rows.map(({ weight }) => fraction(weight).mul(3))), 2);
}

function parametersOf(ctx: Context, { parameters, affairs }: InnovationIndexInstrument): IndexParameters {
  const basic = new Set(parameters.affairs?.basic);
  const highestFirst = [...parameters.categories].sort((a, b) => fraction(b.from).compare(fraction(a.from)));
  return {
    divisor: parameters.divisor,
    cap: parameters.cap,
    perInnovation: String(parameters.perInnovation),
    maximum: String(parameters.maximum),
    basicAffairs: affairs.filter(({ code }) => basic.has(code)).map((entry) => termOf(ctx, entry)),
    basicAffairsAtLeast: parameters.affairs?.atLeast ?? null,
    categories: highestFirst.map((entry) => ({ ...termOf(ctx, entry), from: String(entry.from) })),
  };
}

function eligibilityOf({ eligibility }: InnovationIndexInstrument): IndexEligibility {
  const { window, minDesignWords, maxEntries, uniqueTitles } = eligibility;
  return {
    windowFrom: window?.from ?? null,
    windowTo: window?.to ?? null,
    windowBasis: window?.basis ?? null,
    minDesignWords,
    maxEntries: maxEntries ?? null,
    uniqueTitles,
  };
}
