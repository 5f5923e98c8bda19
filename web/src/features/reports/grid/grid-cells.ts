import { checkFigure, FIGURE_FIELDS, type FigureField, type ReportProblem, validateReport } from "@isonga/schema/report-rules";
import type { ReportFieldsFragment, ReportGridQuery } from "../../../gql/graphql.ts";
import type { OutboxView } from "../../../lib/offline/outbox.ts";
import type { RefusalLike } from "../../../lib/refusals/failure.ts";

/** A month of a jurisdiction, unmasked, as it is also kept on the device. */
export type Grid = Omit<ReportGridQuery["reportGrid"], "rows"> & { readonly rows: readonly GridRow[] };
export type GridRow = Omit<ReportGridQuery["reportGrid"]["rows"][number], "report"> & { readonly report: ReportFieldsFragment | null };

/** What was typed into a cell and the server does not have: why, and what it said. */
export type Unsent = { readonly text: string; readonly why: "invalid" | "conflict" | "refused"; readonly refusal?: RefusalLike };

/** By service id and figure. */
export type UnsentCells = { readonly [cell: string]: Unsent };

/** The honest state of a cell. `invalid` words come from the rules, `conflict` and `refused` from the server. */
export type CellState = "empty" | "saved" | "saving" | "waiting" | "invalid" | "conflict" | "refused" | "locked";

export type Cell = {
  readonly id: string;
  readonly field: FigureField;
  readonly text: string;
  readonly state: CellState;
  readonly problem: ReportProblem | null;
  readonly refusal: RefusalLike | null;
  /** What the server has, for a choice in a conflict. */
  readonly theirs: string;
};

export type CellRow = { readonly row: GridRow; readonly editable: boolean; readonly cells: readonly Cell[] };

/** An act of the outbox that saves figures. */
export type SaveVariables = {
  readonly input: {
    readonly jurisdictionId: string;
    readonly serviceId: string;
    readonly month: string;
    readonly version: number | null;
    readonly changes: { readonly [Field in FigureField]?: { readonly from: string | null; readonly to: string | null } };
  };
};

/** What acts of one report share, so that they go one after the other. */
export function entityOf(input: Pick<SaveVariables["input"], "jurisdictionId" | "serviceId" | "month">): string {
  return `report ${input.jurisdictionId} ${input.serviceId} ${input.month}`;
}

/** Everything that the grid shows of its cells: what the server has, over it what waits, over that what could not be sent. */
export function cellRows(grid: Grid, outbox: OutboxView, more: { readonly unsent: UnsentCells; readonly online: boolean }): CellRow[] {
  return grid.rows.map((row) => {
    const editable = grid.viewerCan.edit && (row.report === null || row.report.state === "DRAFT");
    const pending = pendingOf(grid, row, outbox);
    const texts = new Map(FIGURE_FIELDS.map((field) => [field, textOf(row, field, { pending, unsent: more.unsent })]));
    const problems = problemsOf(texts, grid);
    const cells = FIGURE_FIELDS.map((field): Cell => {
      const unsent = more.unsent[cellKey(row.service.id, field)];
      const waiting = pending.get(field);
      const text = texts.get(field) ?? "";
      const problem = problems.find((one) => one.field === field) ?? null;
      const state = stateOf({ editable, unsent, waiting, problem, text, online: more.online });
      return {
        id: cellId(row.service.id, field),
        field,
        text,
        state,
        problem,
        refusal: unsent?.refusal ?? null,
        theirs: serverText(row, field),
      };
    });
    return { row, editable, cells };
  });
}

export function cellKey(serviceId: string, field: FigureField): string {
  return `${serviceId}.${field}`;
}

/** The id of the control, which an error summary leads to. */
export function cellId(serviceId: string, field: FigureField): string {
  return `cell-${serviceId}-${field}`;
}

/** What the server has of a figure, as text; "" for none. */
export function serverText(row: GridRow, field: FigureField): string {
  const value = row.report?.figures[field];
  return value === null || value === undefined ? "" : tidy(String(value));
}

/** What the server will have once everything that waits has arrived. */
export function comingText(grid: Grid, row: GridRow, field: FigureField, outbox: OutboxView): string {
  return pendingOf(grid, row, outbox).get(field)?.text ?? serverText(row, field);
}

type Pending = { readonly text: string; readonly sending: boolean };

function pendingOf(grid: Grid, row: GridRow, outbox: OutboxView): Map<FigureField, Pending> {
  const entity = entityOf({ jurisdictionId: grid.area.id, serviceId: row.service.id, month: grid.month });
  const pending = new Map<FigureField, Pending>();
  for (const act of outbox.acts.filter((one) => one.entity === entity)) {
    const { changes } = (act.variables as SaveVariables).input;
    for (const field of FIGURE_FIELDS) {
      const change = changes[field];
      if (change) pending.set(field, { text: change.to ?? "", sending: outbox.sending.includes(act.key) });
    }
  }
  return pending;
}

type Layers = { readonly pending: ReadonlyMap<FigureField, Pending>; readonly unsent: UnsentCells };

function textOf(row: GridRow, field: FigureField, { pending, unsent }: Layers): string {
  return unsent[cellKey(row.service.id, field)]?.text ?? pending.get(field)?.text ?? serverText(row, field);
}

/** Problems worth telling while typing: everything but what is still missing. */
function problemsOf(texts: ReadonlyMap<FigureField, string>, grid: Grid): readonly ReportProblem[] {
  const figures = Object.fromEntries(texts);
  return validateReport(figures, grid.month, grid.currentMonth).filter((problem) => problem.code !== "REQUIRED");
}

type StateParts = {
  readonly editable: boolean;
  readonly unsent: Unsent | undefined;
  readonly waiting: Pending | undefined;
  readonly problem: ReportProblem | null;
  readonly text: string;
  readonly online: boolean;
};

function stateOf({ editable, unsent, waiting, problem, text, online }: StateParts): CellState {
  if (unsent && unsent.why !== "invalid") return unsent.why;
  if (unsent) return "invalid";
  if (waiting) return online || waiting.sending ? (online ? "saving" : "waiting") : "waiting";
  if (!editable) return "locked";
  if (problem) return "invalid";
  return text === "" ? "empty" : "saved";
}

/** `387.50` as `387.5`. */
function tidy(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Whether a text can be sent as this figure at all. */
export function sendable(field: FigureField, text: string): boolean {
  return checkFigure(field, text) === null;
}
