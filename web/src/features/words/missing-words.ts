import type { Language } from "@isonga/schema/languages";

/** The kinds of things that carry names in several languages, in the order in which they are listed. */
export const KINDS = ["PROGRAMME", "ROUND", "SERVICE", "AGENCY", "JURISDICTION"] as const;

export type Kind = (typeof KINDS)[number];

/** Whether names or descriptions are missing. */
export type Part = "names" | "descriptions";

/** Words of one thing that are not there in every language. */
export type MissingWords = {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
  readonly country: string | null;
  readonly code: string;
  readonly name: string;
  readonly missing: readonly Language[];
};

/** At most so many are told at once: the query's own ceiling. */
export const MOST = 500;

/** What is left when only one kind, one language or both are wanted; an empty word wants all. */
export function narrowed<Row extends MissingWords>(
  rows: readonly Row[],
  wanted: { readonly kind: string; readonly language: string },
): Row[] {
  return rows.filter(
    ({ kind, missing }) =>
      (wanted.kind === "" || kind === wanted.kind) && (wanted.language === "" || missing.some((one) => one === wanted.language)),
  );
}

/** Where the words are written, below `/<language>/app/`; null for a kind that this app does not know. */
export function pageOf({ kind, id, country, code }: Pick<MissingWords, "kind" | "id" | "country" | "code">): string | null {
  const own = encodeURIComponent(code);
  switch (kind) {
    case "PROGRAMME":
      return `rounds/programmes/${own}`;
    case "ROUND":
      return `rounds/${own}/edit`;
    case "SERVICE":
      return `services/${id}`;
    case "AGENCY":
      return `places/${country}/${own}/agencies/${id}`;
    case "JURISDICTION":
      return `places/${country}/${own}/change`;
    default:
      return null;
  }
}
