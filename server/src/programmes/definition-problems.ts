import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { REFUSAL_CODES } from "@isonga/schema/refusal-codes";
import type { z } from "zod";

/** What is wrong in a file or definition, and where: `field` is a path such as `round.instrument.metrics[0].weight`. */
export interface DefinitionProblem {
  readonly code: RefusalCode;
  readonly field: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A checked value, or everything that is wrong with it. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** Checks a value against a schema and tells all problems in our own codes, so that they have words in three languages. */
export function checkDefinition<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, [])) };
}

/** A path as people read it: `prizes[2].names.rw`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, above: readonly PropertyKey[]): DefinitionProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ code: "INVALID_ROUND_FILE", field: pathText([...path, key]), values: { key } }));
  if (issue.code === "invalid_union" && issue.input !== undefined) {
    const closest = closestBranch(issue.errors);
    if (closest) return closest.flatMap((inner) => problemsOf(inner, path));
  }
  return [{ code: codeOf(issue), field: pathText(path), values: valuesOf(issue) }];
}

/** In a union, the branch whose shape was met and only its content wrong, if there is just one. */
function closestBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = errors.filter((branch) => branch.length > 0 && branch.every((issue) => issue.path.length > 0));
  return near.length === 1 ? near[0] : undefined;
}

function codeOf(issue: Issue): RefusalCode {
  if (issue.code === "custom") return REFUSAL_CODES.find((code) => code === issue.params?.code) ?? "INVALID_VALUE";
  if (issue.input === undefined && issue.code !== "invalid_format") return "REQUIRED";
  if (issue.code === "too_small") return issue.origin === "string" || issue.origin === "array" ? "REQUIRED" : "INVALID_NUMBER";
  if (issue.code === "too_big") return issue.origin === "string" ? "TOO_LONG" : "INVALID_NUMBER";
  if (issue.code === "invalid_format") return issue.format === "datetime" ? "INVALID_DATE" : "INVALID_CODE";
  return "INVALID_VALUE";
}

function valuesOf(issue: Issue): Record<string, string> {
  if (issue.code === "custom") {
    const values: unknown = issue.params?.values;
    return values !== null && typeof values === "object"
      ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
      : {};
  }
  const shown = typeof issue.input === "string" || typeof issue.input === "number" || typeof issue.input === "boolean";
  return {
    ...(shown ? { value: String(issue.input).slice(0, 100) } : {}),
    ...(issue.code === "too_big" ? { limit: String(issue.maximum) } : {}),
    ...(issue.code === "too_small" ? { limit: String(issue.minimum) } : {}),
  };
}
