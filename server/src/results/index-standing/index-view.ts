import { type Language, pickText } from "@isonga/schema/languages";
import type { PublishedIndex, PublishedIndexFigures } from "@isonga/schema/published-index";
import type { ResultIndex, ResultIndexFigures } from "../result-index.type.ts";

/** An index as a reader sees it. */
export function indexView({ claimed, verified }: PublishedIndex, language: Language): ResultIndex {
  return { claimed: figuresView(claimed, language), verified: figuresView(verified, language) };
}

/** One of its two sides. */
export function figuresView({ categoryNames, ...figures }: PublishedIndexFigures, language: Language): ResultIndexFigures {
  return { ...figures, categoryName: categoryNames === null ? null : pickText(categoryNames, language) };
}
