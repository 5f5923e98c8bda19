/** What a printed sheet says, in the words of one language, before it is laid out. */
export type Sheet = {
  readonly language: string;
  readonly title: string;
  /** Name and value: round, office, state. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly SheetSection[];
  /** "2 of 5" at the foot of each page. */
  readonly pageOf: (number: number, total: number) => string;
};

/** `ownPage`: it begins on a page of its own. */
export type SheetSection = { readonly title: string; readonly items: readonly SheetItem[]; readonly ownPage?: boolean };

/** One question, or one row of the instrument. */
export type SheetItem = {
  readonly name: string;
  /** Help, weights, what proves it: small. */
  readonly notes: readonly string[];
  /** What was answered; null on a blank form. `language`: of the text, where it is not the sheet's. */
  readonly answer: { readonly text: string; readonly language: string | null } | null;
  /** On a blank form: boxes to tick, or so many lines to write on. */
  readonly boxes: readonly string[];
  readonly lines: number;
};
