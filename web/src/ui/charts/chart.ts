/** Points of a series, in order; null where nothing is known. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

/** What both charts are given. Colours come from the tokens `--series-1` to `--series-4`: at most four series. */
export type ChartProps = {
  /** Says what is shown, with its unit: the caption of the table, the name of the picture. */
  readonly label: string;
  /** One word for each point: months, places. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Writes a value; the language's own number by default. */
  readonly write?: (value: number) => string;
  readonly height?: number;
};

/** The largest value of all series, at least 1, so that an axis always has a length. */
export function largest(series: readonly Series[]): number {
  return Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
}

/** The token of a series' colour. */
export function colour(index: number): string {
  return `var(--series-${(index % 4) + 1})`;
}
