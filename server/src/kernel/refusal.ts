import type { RefusalCode } from "@isonga/schema/refusal-codes";

/** What a refusal may say beside its code. `values` fill the placeholders of its words. */
export type RefusalDetails = {
  /** Path of the input field it is about, e.g. `figures.processed`. */
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/**
 * An expected "no", thrown anywhere in the domain: the transaction is rolled back and the edge answers it, as `refusals` in a
 * mutation's payload or as a GraphQL error in a query. Everything else that is thrown is a fault.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly field: string | null;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.field = details.field ?? null;
    this.values = details.values ?? {};
  }
}

/** Several refusals answered at once, so that a form shows all its problems together. */
export class Refusals extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(", "));
    this.name = "Refusals";
    this.refusals = refusals;
  }
}

/** Throws all of them together, or nothing when the list is empty. */
export function refuseAll(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (refusals.length === 1 && first) throw first;
  if (refusals.length > 1) throw new Refusals(refusals);
}

/** The refusals that an error stands for, or null when it is a fault. */
export function refusalsOf(error: unknown): readonly Refusal[] | null {
  if (error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.refusals;
  return null;
}
