import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Parts of the paths of files that take longest, the longest first: begun last, each would be waited for alone. */
const LONGEST = [
  "stories/operator/start-and-stop",
  "stories/operator/imports-by-the-operator",
  "stories/index/ogan-ilir",
  "stories/operator/imports-rounds",
  "stories/results/results-stay",
  "services/import-reports",
  "results/publications/publish",
  "pages/pages-behind-sign-in",
  "browser/entries/",
  "browser/reports/reports-grid",
  "browser/results/",
];

/** Vitest's order, by groups and projects, but in each project first what takes longest: a fresh clone knows no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const byProject = Map.groupBy(sorted, ({ project }) => project.name);
    return [...byProject.values()].flatMap((own) => own.toSorted((a, b) => rank(a) - rank(b)));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((part) => moduleId.includes(part));
  return at === -1 ? LONGEST.length : at;
}
