import type { CardOutcome, KeySheetInput } from "../../../gql/graphql.ts";
import { isOnScale, plain, type Scale } from "../../../lib/judging/rubric/scale.ts";

/** What of a rubric stands on a sheet. */
export type SheetRubric = {
  readonly mode: string;
  readonly criteria: readonly (Scale & { readonly code: string; readonly name: string; readonly comment: string })[];
  readonly failReasons: readonly { readonly code: string; readonly name: string }[];
};

/** A sheet as somebody reads it, as it stands in the form: texts as they were typed. */
export type Reading = {
  readonly outcome: CardOutcome | null;
  readonly marks: Readonly<Record<string, { readonly value: string; readonly comment: string }>>;
  readonly failReasons: readonly string[];
  readonly abstainReason: string;
  readonly commentToApplicant: string;
  readonly commentToPanel: string;
};

/** A field of {@link Reading} in which two people differ, named as the server does: `outcome`, `marks.<code>`, `comments.<code>`, … */
export type Difference = { readonly field: string; readonly first: string; readonly second: string };

type KeyedReading = Omit<Reading, "outcome" | "marks" | "abstainReason" | "commentToApplicant" | "commentToPanel"> & {
  readonly outcome: CardOutcome;
  readonly marks: readonly { readonly criterion: string; readonly value: string; readonly comment?: string | null }[];
  readonly abstainReason?: string | null;
  readonly commentToApplicant?: string | null;
  readonly commentToPanel?: string | null;
};

/** What stands in the form: what the asker keyed in before, or nothing. Where marks are given, that is what a sheet says unless told. */
export function readingOf({ mode, criteria }: SheetRubric, keyed: KeyedReading | null): Reading {
  const markOf = (code: string) => keyed?.marks.find(({ criterion }) => criterion === code);
  return {
    outcome: keyed?.outcome ?? (mode === "SCORES" ? "SCORED" : null),
    marks: Object.fromEntries(
      criteria.map(({ code }) => [code, { value: markOf(code)?.value ?? "", comment: markOf(code)?.comment ?? "" }]),
    ),
    failReasons: keyed?.failReasons ?? [],
    abstainReason: keyed?.abstainReason ?? "",
    commentToApplicant: keyed?.commentToApplicant ?? "",
    commentToPanel: keyed?.commentToPanel ?? "",
  };
}

/** The criteria whose mark is none of their scale. One that is missing is the server's to say. */
export function offScale({ criteria }: SheetRubric, { outcome, marks }: Reading): SheetRubric["criteria"] {
  if (outcome === "ABSTAINED") return [];
  return criteria.filter((criterion) => isOff(criterion, marks[criterion.code]?.value ?? ""));
}

/** Whether something was typed that is no mark of the scale. */
export function isOff(scale: Scale, typed: string): boolean {
  return typed.trim() !== "" && !isOnScale(scale, typed);
}

/** What is sent. `outcome` is known: the form has asked for it. */
export function toInput(reading: Reading, outcome: CardOutcome): Omit<KeySheetInput, "stageId" | "code"> {
  const marks = Object.entries(reading.marks).flatMap(([criterion, { value, comment }]) => {
    const mark = plain(value);
    return mark === null ? [] : [{ criterion, value: mark, comment: comment.trim() || null }];
  });
  return { ...reading, outcome, marks, failReasons: [...reading.failReasons] };
}

/** The reading with one field as it was chosen. */
export function withChoice(reading: Reading, field: string, value: string): Reading {
  const [part, code] = splitField(field);
  if (part === "outcome") return { ...reading, outcome: value as CardOutcome };
  if (part === "failReasons") return { ...reading, failReasons: value === "" ? [] : (JSON.parse(value) as string[]) };
  if (part === "marks" || part === "comments") {
    const before = reading.marks[code] ?? { value: "", comment: "" };
    const mark = part === "marks" ? { ...before, value } : { ...before, comment: value };
    return { ...reading, marks: { ...reading.marks, [code]: mark } };
  }
  return { ...reading, [part]: value };
}

/** Differences as they follow each other on the sheet. */
export function inSheetOrder({ criteria }: SheetRubric, differences: readonly Difference[]): readonly Difference[] {
  const placeOf = (field: string): number => {
    const [part, code] = splitField(field);
    const criterion = criteria.findIndex((each) => each.code === code);
    if (part === "outcome") return -1;
    return part === "marks" || part === "comments" ? criterion + (part === "comments" ? 0.5 : 0) : criteria.length;
  };
  return differences.toSorted((one, other) => placeOf(one.field) - placeOf(other.field));
}

/** `marks.novelty` → `marks` and `novelty`; a field without a criterion has "" for it. */
export function splitField(field: string): readonly [part: string, code: string] {
  const at = field.indexOf(".");
  return at < 0 ? [field, ""] : [field.slice(0, at), field.slice(at + 1)];
}
