import { countWords, innovationOf, isBlank, isDay, listOf } from "./entry-answers.ts";
import type { Answers, AnswerValue, EntryForm, EntryProblem, InnovationField } from "./entry-form.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/** Whether an innovation may enter a round, as rules that are data. From the programme rules, "Eligibility rules are data too". */
export type EligibilityRules = {
  /** Applied (or, where so said, developed) on one of these days. */
  readonly window?: { readonly from: string; readonly to: string; readonly basis: "APPLIED" | "APPLIED_OR_DEVELOPED" } | undefined;
  /** Fewest words of the design narrative. */
  readonly minDesignWords: number;
  /** How often an innovation may have been entered, this time included. */
  readonly maxEntries?: number | undefined;
  /** Places of prizes that bar whoever won one. */
  readonly barredPrizes: readonly { readonly prize: string; readonly places: number }[];
  readonly uniqueTitles: boolean;
  /** Stages that may enter; empty: all. */
  readonly stages: readonly string[];
  /** Affairs that may enter; empty: all. */
  readonly affairs: readonly string[];
};

/** What an innovation was before, and what others have entered. Small enough to be kept without a network. */
export type EntryHistory = {
  /** Rounds of the programme in which it was handed in, this one not counted. */
  readonly timesEntered: number;
  /** What its region won in earlier rounds of the programme. */
  readonly prizes: readonly { readonly prize: string; readonly place: number; readonly round: string }[];
  /** Titles of other entries of the region in this round, as {@link plainTitle} writes them, as far as they are near to its own. */
  readonly titles: readonly string[];
};

export type EligibilityFacts = {
  readonly form: EntryForm;
  readonly answers: Answers;
  readonly history: EntryHistory;
  /** While it is being written, what is not answered yet breaks no rule; when it is handed in, it does. */
  readonly whole: boolean;
};

/** The rules that an innovation breaks, each at the field that it is about; empty when it may enter. */
export function eligibility(rules: EligibilityRules, facts: EligibilityFacts): readonly EntryProblem[] {
  const about = innovationOf(facts.form, facts.answers);
  const at = placeOf(facts.form);
  const asked = (value: AnswerValue | undefined): boolean => facts.whole || !isBlank(value);
  const broken: (readonly [InnovationField, RefusalCode, EntryProblem["values"]])[] = [
    ...historyProblems(rules, facts.history),
    ...titleProblems(rules, about.title, facts.history),
  ];
  if (rules.stages.length > 0 && asked(about.stage) && !rules.stages.includes(String(about.stage)))
    broken.push(["stage", "STAGE_NOT_ELIGIBLE", {}]);
  if (rules.affairs.length > 0 && asked(about.affairs) && !listOf(about.affairs).some((affair) => rules.affairs.includes(affair)))
    broken.push(["affairs", "AFFAIR_NOT_ELIGIBLE", {}]);
  if (rules.window && !insideWindow(rules.window, about, facts.whole))
    broken.push(["appliedOn", "OUTSIDE_WINDOW", { from: rules.window.from, to: rules.window.to }]);
  const words = typeof about.design === "string" ? countWords(about.design) : 0;
  if (asked(about.design) && words < rules.minDesignWords)
    broken.push(["design", "TOO_FEW_WORDS", { min: rules.minDesignWords, count: words }]);
  return broken.map(([field, code, values]) => ({ ...at(field), code, values }));
}

/** A title with what does not tell titles apart taken out: case, punctuation, spaces. */
export function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Broken = readonly [InnovationField, RefusalCode, EntryProblem["values"]];

function historyProblems(rules: EligibilityRules, history: EntryHistory): readonly Broken[] {
  const times = history.timesEntered + 1;
  const often = rules.maxEntries !== undefined && times > rules.maxEntries;
  const won = history.prizes.find(({ prize, place }) => rules.barredPrizes.some((bar) => bar.prize === prize && place <= bar.places));
  return [
    ...(often ? [["title", "ENTERED_TOO_OFTEN", { max: rules.maxEntries ?? 0, times }] as const] : []),
    ...(won ? [["title", "PRIZE_BARS_ENTRY", { prize: won.prize, place: won.place, round: won.round }] as const] : []),
  ];
}

function titleProblems(rules: EligibilityRules, title: AnswerValue | undefined, { titles }: EntryHistory): readonly Broken[] {
  if (!rules.uniqueTitles || typeof title !== "string" || isBlank(title)) return [];
  return titles.includes(plainTitle(title)) ? [["title", "TITLE_TAKEN", { title: title.trim().slice(0, 200) }]] : [];
}

type About = Partial<Readonly<Record<InnovationField, AnswerValue>>>;

/** While it is being written, a date that is not there (or not whole) yet may still fall into the window. */
function insideWindow({ from, to, basis }: NonNullable<EligibilityRules["window"]>, about: About, whole: boolean): boolean {
  const dates = basis === "APPLIED" ? [about.appliedOn] : [about.appliedOn, about.developedOn];
  const days = dates.filter((date): date is string => typeof date === "string" && isDay(date));
  if (days.some((day) => day >= from && day <= to)) return true;
  return !whole && days.length === 0;
}

/** Where a problem about a part of the innovation is shown: at the field that binds it, else at the form's first task. */
function placeOf(form: EntryForm): (field: InnovationField) => { readonly task: string; readonly field: string } {
  return (wanted) => {
    for (const { code, fields } of form.tasks) for (const { key, binds } of fields) if (binds === wanted) return { task: code, field: key };
    return { task: form.tasks[0]?.code ?? "", field: wanted };
  };
}
