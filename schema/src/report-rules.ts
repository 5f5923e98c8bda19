/**
 * The rules of a monthly report, the same for the page that types it, the import that reads it and the verb that submits it.
 * From the programme rules, "Service performance". Depends on nothing, so that it runs in every browser.
 */

/** The six figures of one jurisdiction, one service, one month. */
export interface Figures<Count = number, Hours = string> {
  /** Applications waiting at the month's start. */
  readonly carriedOver: Count;
  /** Applications received in the month. */
  readonly received: Count;
  /** Applications processed in the month. */
  readonly processed: Count;
  /** Of the processed, those within the service's longest time. */
  readonly processedInTime: Count;
  /** Hours from receipt to outcome, summed over the processed; a decimal with at most two places, as text. */
  readonly processingHours: Hours;
  /** Of the received, those that citizens made themselves. */
  readonly selfApplications: Count;
}

/** One of the six figures. */
export type FigureField = keyof Figures;

/** Figures as they are typed or read from a file: text, numbers, or not there yet. */
export type DraftFigures = Partial<Figures<number | string | null, number | string | null>>;

/** Why a report cannot be submitted; `field` is where to mend it, `values` fill the sentence. Codes are refusal codes. */
export interface ReportProblem {
  readonly code: ReportProblemCode;
  readonly field: FigureField | "month";
  readonly values: Readonly<Record<string, string>>;
}

export type ReportProblemCode =
  | "REQUIRED"
  | "NOT_WHOLE"
  | "NEGATIVE"
  | "INVALID_NUMBER"
  | "INVALID_VALUE"
  | "INVALID_DATE"
  | "FUTURE_MONTH"
  | "PROCESSED_EXCEEDS_WAITING"
  | "IN_TIME_EXCEEDS_PROCESSED"
  | "SELF_EXCEEDS_RECEIVED"
  | "HOURS_WITHOUT_PROCESSED";

/** The figures in the order in which forms and files show them. */
export const FIGURE_FIELDS = [
  "carriedOver",
  "received",
  "processed",
  "processedInTime",
  "processingHours",
  "selfApplications",
] as const satisfies readonly FigureField[];

/** The largest number of applications, and of hours, that one report can hold. */
export const LARGEST_COUNT = 2_147_483_647;
export const LARGEST_HOURS = "999999999999.99";

/**
 * Everything that keeps figures from being submitted for a month (`YYYY-MM`); empty when nothing does. `currentMonth` is the
 * month it is now where the report is made (see {@link monthAt}): that month may be reported, a later one may not. All problems
 * are told at once; a rule that compares two figures is silent while one of them is itself wrong.
 */
export function validateReport(figures: DraftFigures, month: string, currentMonth: string): ReportProblem[] {
  const problems = [...monthProblems(month, currentMonth)];
  const wrong = new Set<FigureField>();
  for (const field of FIGURE_FIELDS) {
    const problem = figureProblem(field, figures[field]);
    if (!problem) continue;
    wrong.add(field);
    problems.push(problem);
  }
  for (const rule of AGREEMENTS) {
    if (rule.reads.some((field) => wrong.has(field))) continue;
    const problem = rule.check((field) => Number(figures[field]), figures);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** What is wrong with one figure by itself; null when nothing is, or when it is empty, which a draft may be. */
export function checkFigure(field: FigureField, value: number | string | null | undefined): ReportProblem | null {
  const problem = figureProblem(field, value);
  return problem?.code === "REQUIRED" ? null : problem;
}

/** The calendar month, `YYYY-MM`, at an instant in a time zone such as `Africa/Kigali`. */
export function monthAt(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone, year: "numeric", month: "2-digit" });
  const parts = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month")}`;
}

/** Whether a text is a calendar month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

interface Agreement {
  readonly reads: readonly FigureField[];
  readonly check: (count: (field: FigureField) => number, figures: DraftFigures) => ReportProblem | null;
}

const AGREEMENTS: readonly Agreement[] = [
  {
    reads: ["processed", "carriedOver", "received"],
    check: (count) => atMost("processed", count("processed"), count("carriedOver") + count("received"), "PROCESSED_EXCEEDS_WAITING"),
  },
  {
    reads: ["processedInTime", "processed"],
    check: (count) => atMost("processedInTime", count("processedInTime"), count("processed"), "IN_TIME_EXCEEDS_PROCESSED"),
  },
  {
    reads: ["selfApplications", "received"],
    check: (count) => atMost("selfApplications", count("selfApplications"), count("received"), "SELF_EXCEEDS_RECEIVED"),
  },
  {
    reads: ["processingHours", "processed"],
    check: (count, figures) => {
      const hours = String(figures.processingHours);
      if (count("processed") > 0 || !/[1-9]/.test(hours)) return null;
      return { code: "HOURS_WITHOUT_PROCESSED", field: "processingHours", values: { value: hours } };
    },
  },
];

function atMost(field: FigureField, value: number, limit: number, code: ReportProblemCode): ReportProblem | null {
  return value <= limit ? null : { code, field, values: { value: String(value), limit: String(limit) } };
}

function* monthProblems(month: string, currentMonth: string): Generator<ReportProblem> {
  if (!isMonth(month)) yield { code: "INVALID_DATE", field: "month", values: { value: month } };
  else if (month > currentMonth) yield { code: "FUTURE_MONTH", field: "month", values: { month, currentMonth } };
}

function figureProblem(field: FigureField, value: number | string | null | undefined): ReportProblem | null {
  const text = value === null || value === undefined ? "" : String(value).trim();
  const problem = (code: ReportProblemCode, limit?: string): ReportProblem => ({
    code,
    field,
    values: limit === undefined ? { value: text } : { value: text, limit },
  });
  if (text === "") return { code: "REQUIRED", field, values: {} };
  if (/^-\d+(\.\d+)?$/.test(text)) return /[1-9]/.test(text) ? problem("NEGATIVE") : problem("INVALID_NUMBER");
  if (field === "processingHours") {
    if (!/^\d+(\.\d{1,2})?$/.test(text)) return problem("INVALID_NUMBER");
    return wholePart(text).length > 12 ? problem("INVALID_VALUE", LARGEST_HOURS) : null;
  }
  if (!/^\d+$/.test(text)) return /^\d+\.\d+$/.test(text) ? problem("NOT_WHOLE") : problem("INVALID_NUMBER");
  return wholePart(text).length > 10 || Number(text) > LARGEST_COUNT ? problem("INVALID_VALUE", String(LARGEST_COUNT)) : null;
}

function wholePart(text: string): string {
  return (text.split(".")[0] ?? "").replace(/^0+/, "");
}
