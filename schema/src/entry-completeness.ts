import { ANSWER_LIMITS, countWords, isBlank, isDay, isLink, listOf, shownFields } from "./entry-answers.ts";
import type { Answers, AnswerValue, ClaimFacts, EntryForm, EntryProblem, FormField, FormTask } from "./entry-form.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/** What an entry is when one asks whether it is complete. */
export type EntryFacts = {
  readonly answers: Answers;
  /** By the indicator's code. */
  readonly claims: Readonly<Record<string, ClaimFacts>>;
  /** Today in the round's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Codes of the rows that need a level above 0. */
  readonly mandatoryIndicators: readonly string[];
  /** Files and links of `EVIDENCE` fields, by the field's key. */
  readonly fieldEvidence?: Readonly<Record<string, number>>;
  /** Codes of the instrument's affairs; not told: any will do. */
  readonly affairs?: readonly string[];
  /** Whether the entry is a copy of an earlier one. */
  readonly copied?: boolean;
};

/** All that an entry lacks before it can be handed in, in the order of the form; empty when nothing does. Fields not asked lack nothing. */
export function completeness(form: EntryForm, facts: EntryFacts): readonly EntryProblem[] {
  return form.tasks.flatMap((task) => [
    ...shownFields(task, { form, ...facts }).flatMap((field) => fieldProblems(task, field, facts)),
    ...task.indicators.flatMap((indicator) => claimProblems(task, indicator, facts)),
  ]);
}

/** Whether a field must be answered today. */
export function isRequired(field: Pick<FormField, "required" | "requiredFrom">, today: string): boolean {
  return field.required && (field.requiredFrom === undefined || today >= field.requiredFrom);
}

/** Whether a field may no more be changed today: the day named is the last on which it may. */
export function isFrozen(field: Pick<FormField, "frozenAfter">, today: string): boolean {
  return field.frozenAfter !== undefined && today > field.frozenAfter;
}

/** Where a task stands. `PROBLEM`: something that was answered is wrong, or was sent back with a reason. */
export const TASK_STATES = ["COMPLETED", "IN_PROGRESS", "NOT_STARTED", "CANNOT_START", "PROBLEM"] as const;
export type TaskState = (typeof TASK_STATES)[number];

export type TaskFacts = EntryFacts & {
  readonly problems: readonly EntryProblem[];
  /** Fields and indicators that were sent back with a reason. */
  readonly returned?: readonly string[];
};

/**
 * The state of each task of the form, by its code, from what {@link completeness} (and the rules of entry) found. The last tasks can be
 * started when nothing is missing or wrong in the others; what is optional holds nobody up, nor what was sent back: only its author knows
 * when it is mended.
 */
export function taskStates(form: EntryForm, facts: TaskFacts): Readonly<Record<string, TaskState>> {
  const states = form.tasks.filter(({ last }) => !last).map((task) => [task.code, taskState(task, form, facts)] as const);
  const before = form.tasks.filter(({ last }) => !last).map(({ code }) => code);
  const allDone = !facts.problems.some(({ task }) => before.includes(task));
  const ending = form.tasks
    .filter(({ last }) => last)
    .map((task) => [task.code, allDone ? taskState(task, form, facts) : ("CANNOT_START" as const)] as const);
  return Object.fromEntries([...states, ...ending]);
}

/** Codes that say that something is not there yet, rather than wrong. */
const MISSING: readonly RefusalCode[] = ["REQUIRED", "INDICATOR_REQUIRED", "EVIDENCE_REQUIRED", "TOO_FEW_WORDS"];

function taskState(task: FormTask, form: EntryForm, facts: TaskFacts): TaskState {
  const own = facts.problems.filter((problem) => problem.task === task.code);
  const asked = shownFields(task, { form, ...facts });
  const keys = [...asked.map(({ key }) => key), ...task.indicators];
  const wrong = own.some(({ field, code }) => !MISSING.includes(code) && keys.includes(field) && !isBlank(facts.answers[field]));
  if (wrong || facts.returned?.some((key) => keys.includes(key))) return "PROBLEM";
  const begun =
    asked.some(({ key }) => !isBlank(facts.answers[key]) || (facts.fieldEvidence?.[key] ?? 0) > 0) ||
    task.indicators.some((code) => facts.claims[code] !== undefined);
  if (own.length > 0) return begun ? "IN_PROGRESS" : "NOT_STARTED";
  return begun ? "COMPLETED" : "NOT_STARTED";
}

function fieldProblems(task: FormTask, field: FormField, facts: EntryFacts): readonly EntryProblem[] {
  const problem = (code: RefusalCode, values: EntryProblem["values"] = {}): EntryProblem => ({
    task: task.code,
    field: field.key,
    code,
    values,
  });
  const value = facts.answers[field.key];
  if (field.kind === "EVIDENCE")
    return isRequired(field, facts.today) && (facts.fieldEvidence?.[field.key] ?? 0) === 0 ? [problem("EVIDENCE_REQUIRED")] : [];
  if (value === undefined || isBlank(value)) return isRequired(field, facts.today) ? [problem("REQUIRED")] : [];
  return [...wordProblems(field, value), ...contentProblems(field, value, facts)].map(([code, values]) => problem(code, values));
}

type Found = readonly [RefusalCode, EntryProblem["values"]];

function wordProblems({ kind, minWords, maxWords }: FormField, value: AnswerValue): readonly Found[] {
  if (typeof value !== "string") return [];
  const count = countWords(value);
  const short = kind === "SHORT_TEXT" && value.length > ANSWER_LIMITS.shortText;
  return [
    ...(short ? [["TOO_LONG", { max: ANSWER_LIMITS.shortText }] as const] : []),
    ...(minWords !== undefined && count < minWords ? [["TOO_FEW_WORDS", { min: minWords, count }] as const] : []),
    ...(maxWords !== undefined && count > maxWords ? [["TOO_MANY_WORDS", { max: maxWords, count }] as const] : []),
  ];
}

function contentProblems(field: FormField, value: AnswerValue, { affairs }: EntryFacts): readonly Found[] {
  const options = field.options?.map((option) => option.value);
  const unknown = (values: readonly string[], known: readonly string[] | undefined): readonly Found[] =>
    known === undefined ? [] : values.filter((item) => !known.includes(item)).map((item) => ["INVALID_VALUE", { value: item }] as const);
  switch (field.kind) {
    case "DATE":
      return typeof value === "string" && isDay(value) ? [] : [["INVALID_DATE", {}]];
    case "NUMBER":
      return /^-?\d+([.,]\d+)?$/.test(String(value).trim()) ? [] : [["INVALID_NUMBER", {}]];
    case "CHOICE":
      return unknown([String(value)], options);
    case "CHOICES":
      return unknown(listOf(value), options);
    case "AFFAIRS":
      return unknown(listOf(value), affairs);
    case "LINKS":
      return listOf(value).flatMap((link) => (isLink(link) ? [] : [["INVALID_LINK", { value: link.slice(0, 100) }] as const]));
    case "PLACE":
      return isOnEarth(value) ? [] : [["INVALID_VALUE", {}]];
    default:
      return [];
  }
}

function claimProblems(task: FormTask, indicator: string, facts: EntryFacts): readonly EntryProblem[] {
  const { claimed, evidence } = facts.claims[indicator] ?? { claimed: 0, evidence: 0 };
  const problem = (code: RefusalCode): EntryProblem => ({ task: task.code, field: indicator, code, values: {} });
  if (claimed === 0) return facts.mandatoryIndicators.includes(indicator) ? [problem("INDICATOR_REQUIRED")] : [];
  return evidence === 0 ? [problem("EVIDENCE_REQUIRED")] : [];
}

function isOnEarth(value: AnswerValue): boolean {
  if (typeof value !== "object" || value === null || !("latitude" in value)) return false;
  const within = (text: string, most: number): boolean => /^-?\d+(\.\d+)?$/.test(text.trim()) && Math.abs(Number(text)) <= most;
  return within(value.latitude, 90) && within(value.longitude, 180);
}
