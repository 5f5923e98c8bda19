import { completeness, isFrozen, isRequired, type TaskState, taskStates } from "@isonga/schema/entry-completeness";
import { eligibility } from "@isonga/schema/entry-eligibility";
import type { EntryForm, EntryProblem, FormField } from "@isonga/schema/entry-form";
import type { EntryView } from "./entry-view.ts";
import type { KnownEntry } from "./known-entry.ts";

/** What the rules say of an entry as it stands on this device: the very rules by which the server accepts or refuses it. */
export type EntryCheck = {
  readonly form: EntryForm;
  readonly tasks: Readonly<Record<string, TaskState>>;
  /** What is missing or wrong for handing it in, in the order of the form. */
  readonly problems: readonly EntryProblem[];
  /** Of these, rules of entry that are broken already. */
  readonly broken: readonly EntryProblem[];
  readonly today: string;
  readonly facts: Parameters<typeof completeness>[1];
};

/** Checks an entry with what waits on this device. `now` is the device's clock; the round's zone says which day that is. */
export function checkEntry(entry: KnownEntry, view: EntryView, now: Date): EntryCheck {
  const form = entry.form.definition;
  const today = dayIn(entry.round.timeZone, now);
  const { answers, claims } = view;
  const facts = {
    answers,
    claims,
    today,
    mandatoryIndicators: entry.instrument.indicators.flatMap(({ code, mandatory }) => (mandatory ? [code] : [])),
    fieldEvidence: entry.evidence,
    affairs: entry.instrument.affairs.map(({ code }) => code),
    copied: entry.copied,
  };
  const rules = entry.kind === "INNOVATION" ? entry.instrument.eligibility : null;
  const check = (whole: boolean) => (rules ? eligibility(rules, { form, answers, history: entry.history, whole }) : []);
  const problems = unique([...completeness(form, facts), ...check(true)]);
  const broken = check(false);
  const returned = unmended(entry, view);
  return { form, problems, broken, today, facts, tasks: taskStates(form, { ...facts, problems, returned }) };
}

/** What was sent back and not written anew since, neither with the server nor on this device. */
function unmended({ returned, answers, claims }: KnownEntry, { states }: EntryView): readonly string[] {
  if (returned === null) return [];
  const since = Date.parse(returned.at);
  return Object.keys(returned.fields).filter((field) => {
    const at = (answers[field] ?? claims[field])?.at ?? null;
    const waits = states[`answer ${field}`] ?? states[`claim ${field}`];
    return waits === undefined && (at === null || Date.parse(at) <= since);
  });
}

/** Whether a field has to be answered today. */
export function requiredNow(field: FormField, check: EntryCheck): boolean {
  return isRequired(field, check.today);
}

/** Whether a field may no more be changed today. */
export function frozenNow(field: FormField, check: EntryCheck): boolean {
  return isFrozen(field, check.today);
}

/** The day that it is in a zone at an instant, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A field that lacks words by the form and by the rules of entry is told once. */
function unique(problems: readonly EntryProblem[]): readonly EntryProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ field, code }) => {
    const key = `${field} ${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
