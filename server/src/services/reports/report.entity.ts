import { checkFigure, type DraftFigures, FIGURE_FIELDS, type FigureField, validateReport } from "@isonga/schema/report-rules";
import { Refusal } from "../../kernel/refusal.ts";

/** Where a report stands. Only approved and locked ones count. */
export const REPORT_STATES = ["DRAFT", "SUBMITTED", "APPROVED", "LOCKED"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Figures as a draft holds them: counts as numbers, hours as a decimal, what is missing as null. */
export type StoredFigures = {
  readonly carriedOver: number | null;
  readonly received: number | null;
  readonly processed: number | null;
  readonly processedInTime: number | null;
  readonly processingHours: string | null;
  readonly selfApplications: number | null;
};

export const NO_FIGURES: StoredFigures = {
  carriedOver: null,
  received: null,
  processed: null,
  processedInTime: null,
  processingHours: null,
  selfApplications: null,
};

/** What a writer changed in one figure: what they saw before, and what they typed; null is an empty cell. */
export type FigureChange = { readonly from?: string | null; readonly to?: string | null };
export type FigureChanges = { readonly [Field in FigureField]?: FigureChange | null };

/** The outcome of a save: the new figures, or the figures that somebody else changed meanwhile. */
export type Merge =
  | { readonly kind: "MERGED"; readonly figures: StoredFigures; readonly changed: boolean }
  | { readonly kind: "CONFLICT"; readonly fields: readonly FigureField[] };

/**
 * A monthly report of one jurisdiction and service: its rules, apart from how it is stored (its writes are single statements of SQL,
 * also in bulk, so it is no ORM entity).
 */
export class MonthlyReport {
  readonly state: ReportState;
  readonly version: number;
  readonly figures: StoredFigures;

  constructor(row: { readonly state: ReportState; readonly version: number; readonly figures: StoredFigures }) {
    this.state = row.state;
    this.version = row.version;
    this.figures = row.figures;
  }

  /**
   * Takes a writer's changes, made from a version, into a draft. Figures that others changed in between are left alone when this writer
   * did not touch them; where both touched one differently, that is a conflict. Refuses figures that are no such numbers, REPORT_LOCKED
   * and WRONG_STATE.
   */
  merge(changes: FigureChanges, version: number | null): Merge {
    this.expect("DRAFT");
    const figures: Record<FigureField, number | string | null> = { ...this.figures };
    const conflicts: FigureField[] = [];
    let changed = false;
    for (const field of FIGURE_FIELDS) {
      const change = changes[field];
      if (!change) continue;
      const wanted = readFigure(field, change.to);
      const current = this.figures[field];
      if (sameFigure(current, wanted)) continue;
      if (version !== this.version && !sameFigure(current, change.from)) conflicts.push(field);
      figures[field] = wanted;
      changed = true;
    }
    if (conflicts.length > 0) return { kind: "CONFLICT", fields: conflicts };
    return { kind: "MERGED", figures: figures as StoredFigures, changed };
  }

  /** Why it cannot be submitted for a month, with field paths below `prefix`; empty when it can. */
  submissionProblems(month: string, currentMonth: string, prefix: string): Refusal[] {
    this.expect("DRAFT");
    return figureProblems(this.figures, { month, currentMonth, prefix });
  }

  /** Goes on only from one of these states. Refuses REPORT_LOCKED when it is locked, else WRONG_STATE. */
  expect(...states: readonly ReportState[]): void {
    if (states.includes(this.state)) return;
    throw new Refusal(this.state === "LOCKED" ? "REPORT_LOCKED" : "WRONG_STATE", { values: { state: this.state } });
  }
}

/** Problems of figures as refusals, their fields below `prefix`; one about the month keeps the field `month`. */
export function figureProblems(
  figures: DraftFigures,
  at: { readonly month: string; readonly currentMonth: string; readonly prefix: string },
): Refusal[] {
  return validateReport(figures, at.month, at.currentMonth).map(
    ({ code, field, values }) => new Refusal(code, { field: field === "month" ? field : `${at.prefix}.${field}`, values }),
  );
}

function readFigure(field: FigureField, text: string | null | undefined): number | string | null {
  const problem = checkFigure(field, text);
  if (problem) throw new Refusal(problem.code, { field: `changes.${field}.to`, values: problem.values });
  if (text === null || text === undefined || text.trim() === "") return null;
  return field === "processingHours" ? text.trim() : Number(text);
}

function sameFigure(stored: number | string | null, other: number | string | null | undefined): boolean {
  if (stored === null || other === null || other === undefined || other === "") return stored === null && (other ?? "") === "";
  return plain(String(stored)) === plain(String(other));
}

/** A decimal without zeros that say nothing, so that `12.50` is `12.5`. */
function plain(text: string): string {
  const [whole = "", part = ""] = text.trim().split(".");
  const fraction = part.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${fraction === "" ? "" : `.${fraction}`}`;
}
