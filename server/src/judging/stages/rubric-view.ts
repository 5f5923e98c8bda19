import { pickText } from "@isonga/schema/languages";
import type { Context } from "../../kernel/context.ts";
import { type Criterion, decimalText, type JudgingRules } from "../../programmes/jury-instrument.ts";
import type { JudgingPanel, Rubric, RubricCriterion } from "./stage.type.ts";

/** A stage's rubric as people read it: in their language, numbers as text. */
export function rubricView(ctx: Context, { mode, criteria, failReasons }: JudgingRules): Rubric {
  return {
    mode,
    criteria: criteria.map((criterion) => criterionView(ctx, criterion)),
    failReasons: failReasons.map((entry) => namedView(ctx, entry)),
  };
}

/** Something with a code and names, in the reader's language. */
export function namedView(ctx: Context, { code, names }: JudgingRules["panels"][number]): JudgingPanel {
  return { code, name: pickText(names, ctx.language) || code };
}

function criterionView(ctx: Context, criterion: Criterion): RubricCriterion {
  const { code, names, descriptions, weight, min, max, step, anchors, comment, ranking } = criterion;
  return {
    code,
    name: pickText(names, ctx.language) || code,
    description: pickText(descriptions, ctx.language),
    weight: decimalText(weight),
    min: decimalText(min),
    max: decimalText(max),
    step: decimalText(step),
    anchors: anchors.map(({ value, texts }) => ({ value: decimalText(value), text: pickText(texts, ctx.language) })),
    comment,
    ranking,
  };
}
