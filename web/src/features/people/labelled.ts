import { useMemo } from "react";
import type { FormProblem } from "../../ui/error-summary.tsx";

/** The problems of a form, each with the label of the control it leads to: "Fill this in" alone says little. */
export function useLabelled(problems: readonly FormProblem[], labels: Readonly<Record<string, string>>): readonly FormProblem[] {
  // The labels are words of the page's language: they change only with the problems' own words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object of labels on each render must not take the focus again
  return useMemo(
    () =>
      problems.map((problem) => {
        const label = problem.fieldId === undefined ? undefined : labels[problem.fieldId];
        return label === undefined ? problem : { ...problem, label };
      }),
    [problems],
  );
}
