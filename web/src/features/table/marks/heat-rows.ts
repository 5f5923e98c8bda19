import type { Table, TableCard, TableEntry } from "../table.query.ts";

/** A place of the heat map: what is shown and how far it lies from the others of its entry, in points of a hundred. */
export type HeatCell = {
  readonly judge: string;
  readonly value: string | null;
  readonly deviation: string | null;
  readonly outcome: string | null;
};
export type HeatRow = {
  readonly entry: TableEntry;
  readonly cells: readonly HeatCell[] /** Standard deviation of what is shown; null of fewer than two. */;
  readonly apart: number | null;
};

/** In what order entries stand: those on which judges are furthest apart first, by rank, or by reference. */
export const HEAT_ORDERS = ["apart", "rank", "reference"] as const;
export type HeatOrder = (typeof HEAT_ORDERS)[number];

/** What the map shows: scores, or the marks of one criterion. */
export type HeatOf = { readonly by: string | null; readonly order: HeatOrder };

/** The heat map's rows, a cell a judge of the stage. */
export function heatRows(
  { entries, judges, cards }: Pick<Table, "entries" | "judges" | "cards">,
  { by, order }: HeatOf,
): readonly HeatRow[] {
  const byPlace = new Map(cards.map((card) => [`${card.reference} ${card.judge}`, card]));
  const rows = entries.map((entry): HeatRow => {
    const cells = judges.map(({ judge }) => cellOf(judge, byPlace.get(`${entry.reference} ${judge}`), by));
    return { entry, cells, apart: by === null ? numberOf(entry.deviation) : spreadOf(cells) };
  });
  const inOrder = (a: HeatRow, b: HeatRow) => (a.entry.reference < b.entry.reference ? -1 : 1);
  if (order === "reference") return rows.sort(inOrder);
  if (order === "rank")
    return rows.sort((a, b) => (a.entry.rank ?? Number.MAX_SAFE_INTEGER) - (b.entry.rank ?? Number.MAX_SAFE_INTEGER) || inOrder(a, b));
  return rows.sort((a, b) => (b.apart ?? -1) - (a.apart ?? -1) || inOrder(a, b));
}

/** Marks by code as the server gives them. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, string>>) : {};
}

function cellOf(judge: string, card: TableCard | undefined, by: string | null): HeatCell {
  if (!card) return { judge, value: null, deviation: null, outcome: null };
  const { outcome } = card;
  if (by === null) return { judge, value: card.score, deviation: card.deviation, outcome };
  return { judge, value: textsOf(card.marks)[by] ?? null, deviation: textsOf(card.deviations)[by] ?? null, outcome };
}

/** Of the distances to the mean: Σ d² ÷ (n − 1), its root, in points of a hundred. */
function spreadOf(cells: readonly HeatCell[]): number | null {
  const distances = cells.flatMap(({ deviation }) => (deviation === null ? [] : [Number(deviation)]));
  if (distances.length < 2) return null;
  return Math.sqrt(distances.reduce((sum, distance) => sum + distance ** 2, 0) / (distances.length - 1));
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
