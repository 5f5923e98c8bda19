import { assign } from "@isonga/server/judging/assignment/flow/assign";
import type { AssignmentProblem } from "@isonga/server/judging/assignment/flow/assignment-problem";
import { nationalJury } from "@isonga/server/judging/assignment/flow/national.factory";
import { median } from "../median.ts";

/** Milliseconds, each the middle one of several times; `bare`: every possible pair looked at once. */
export type JudgingResult = {
  readonly entries: number;
  readonly judges: number;
  readonly perEntry: number;
  readonly bare: number;
  readonly assigned: number;
  /** The same with too little capacity: what is missing is found, and what would help is tried. */
  readonly lacking: number;
};

const SIZE = { entries: 1_000, judges: 100, perEntry: 3 };

/** The assignment of a large jury in four panels that are to be connected. */
export async function judgingCase(): Promise<JudgingResult> {
  const problem = nationalJury(SIZE);
  const short = { ...problem, judges: problem.judges.map((judge) => ({ ...judge, capacity: 29 })) };
  if (!assign(problem).connection.connected || assign(short).complete) throw new Error("The jury was assigned wrongly.");
  return {
    ...SIZE,
    bare: await median(async () => pairsInCommon(problem)),
    assigned: await median(async () => assign(problem)),
    lacking: await median(async () => assign(short)),
  };
}

/** The least that any assignment must do: look at each possible pair once. */
function pairsInCommon({ entries, judges }: AssignmentProblem): number {
  let pairs = 0;
  for (const { expertise, language } of entries)
    for (const judge of judges)
      if (expertise.some((tag) => judge.expertise.includes(tag)) && (language === null || judge.languages.includes(language))) pairs += 1;
  return pairs;
}
