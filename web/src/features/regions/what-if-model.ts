import {
  type IndexFigures,
  type IndexParameters,
  type InnovationIndex,
  innovationIndex,
  type Levels,
  maturityOf,
  nextCategory,
} from "@isonga/schema/innovation-index";
import type { IndexSide, OwnLevel, Rules } from "./region.query.ts";

/** What a reader tries out. `mean` is a decimal of at most two places. */
export type WhatIf = {
  readonly innovations: number;
  readonly mean: string;
  readonly affairs: readonly string[];
  readonly levels: Levels;
};

/** Where trying out begins: the figures as they are, and the exact sum behind their mean. */
export type Base = { readonly start: WhatIf; readonly maturity: string };

/** What one change alone would take to reach the next category; null where that change alone cannot. */
export type Way = { readonly innovations: number | null; readonly mean: string | null; readonly spd: string | null };

/** The rules as the arithmetic takes them. */
export function parametersOf({ parameters }: Rules): IndexParameters {
  const { divisor, cap, perInnovation, maximum, basicAffairs, basicAffairsAtLeast, categories } = parameters;
  const affairs = basicAffairsAtLeast === null ? null : { basic: basicAffairs.map(({ code }) => code), atLeast: basicAffairsAtLeast };
  return { divisor, cap, perInnovation, maximum, affairs, categories };
}

/** The figures of one side of the index, to begin with. */
export function baseOf(side: IndexSide, own: readonly OwnLevel[], which: "claimed" | "verified"): Base {
  const levels = Object.fromEntries(own.map((row) => [row.indicator, row[which] ?? 0]));
  return {
    start: { innovations: side.innovations, mean: hundredthsText(hundredths(side.meanMaturity)), affairs: side.affairs, levels },
    maturity: side.maturity,
  };
}

/** The index of what is tried out, by the arithmetic of the standing itself. */
export function tryOut(rules: Rules, base: Base, whatIf: WhatIf): InnovationIndex {
  return innovationIndex(parametersOf(rules), figuresOf(rules, base, whatIf));
}

/** What each single change would take to reach the next category; null at the highest. */
export function waysUp(rules: Rules, base: Base, whatIf: WhatIf): Way | null {
  const parameters = parametersOf(rules);
  const now = figuresOf(rules, base, whatIf);
  const next = nextCategory(parameters.categories, innovationIndex(parameters, now).index);
  if (!next) return null;
  const reaches = (change: Partial<IndexFigures>) =>
    hundredths(innovationIndex(parameters, { ...now, ...change }).index) >= hundredths(next.from);
  const mean = hundredths(whatIf.mean);
  const n = whatIf.innovations;
  const withMean = (value: number) => reaches({ maturity: product(value, n) });
  const fewest = smallest([n + 1, parameters.cap], (count) => reaches({ innovations: count, maturity: product(mean, count) }));
  const lowest = smallest([mean + 1, hundredths(rules.maturityMaximum)], withMean);
  const spd = smallest([hundredths(now.spd) + 1, hundredths(rules.regionalMaximum)], (value) => reaches({ spd: hundredthsText(value) }));
  return {
    innovations: fewest === null ? null : fewest - n,
    mean: lowest === null ? null : hundredthsText(lowest),
    spd: spd === null ? null : hundredthsText(spd),
  };
}

/** Points from an index to the next category; null at the highest. */
export function toNext<C extends { readonly code: string; readonly from: string }>(categories: readonly C[], index: string) {
  const next = nextCategory(categories, index);
  return next && { category: next, missing: hundredthsText(hundredths(next.from) - hundredths(index)) };
}

/** The difference of two indices, with its sign: "+9.96". */
export function difference(index: string, before: string): string {
  const change = hundredths(index) - hundredths(before);
  const sign = change > 0 ? "+" : change < 0 ? "-" : "";
  return sign + hundredthsText(Math.abs(change));
}

function figuresOf({ regional }: Rules, { start, maturity }: Base, whatIf: WhatIf): IndexFigures {
  const asItIs = whatIf.innovations === start.innovations && whatIf.mean === start.mean;
  return {
    spd: maturityOf(regional, whatIf.levels),
    maturity: asItIs ? maturity : product(hundredths(whatIf.mean), whatIf.innovations),
    innovations: whatIf.innovations,
    affairs: whatIf.affairs,
  };
}

/** The smallest of a range for which something holds that, once it holds, holds for all above; null when it never does. */
function smallest([from, to]: readonly [number, number], holds: (value: number) => boolean): number | null {
  if (from > to || !holds(to)) return null;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A mean in hundredths times a number, as text. */
function product(mean: number, count: number): string {
  return hundredthsText(mean * count);
}

/** A decimal as a whole number of hundredths, rounded. */
export function hundredths(decimal: string): number {
  return Math.round(Number(decimal) * 100);
}

/** Hundredths as a decimal of two places. */
export function hundredthsText(value: number): string {
  const digits = String(value).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
