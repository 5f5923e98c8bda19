import { countWords } from "@isonga/schema/entry-answers";
import type { AnswerValue, FormField } from "@isonga/schema/entry-form";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

/** How many words there are, against the fewest and the most that are asked; nothing where words are not counted. */
export function WordCount(props: {
  readonly field: Pick<FormField, "minWords" | "maxWords">;
  readonly value: AnswerValue | undefined;
}): ReactElement | null {
  const { t } = useTranslation("entries");
  const { minWords: min, maxWords: max } = props.field;
  if (min === undefined && max === undefined) return null;
  const count = typeof props.value === "string" ? countWords(props.value) : 0;
  const over = max !== undefined && count > max;
  const asked = min === undefined ? "atMost" : max === undefined ? "atLeast" : "between";
  return (
    <span data-kind={over ? "problem" : undefined}>
      {t("words.count", { count })} · {t(`words.${asked}`, { min: min ?? 0, max: max ?? 0 })}
    </span>
  );
}
