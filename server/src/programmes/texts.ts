import { LANGUAGES, type LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import type { z } from "zod";
import { Refusal, refuseAll } from "../kernel/refusal.ts";
import { checkDefinition, type DefinitionProblem } from "./definition-problems.ts";
import { type LocalizedText, localizedProse, localizedText } from "./file-schema.ts";

/** A name in all three languages, trimmed. Refuses what is missing or too long, at `field` and language. */
export function nameIn(field: string, names: LocalizedTextValue): LocalizedText {
  return checkedText(localizedText, field, names);
}

/** A description in all three languages, or in none: then it is `{}`. */
export function descriptionIn(field: string, texts: LocalizedTextValue | null | undefined): LocalizedTextValue {
  const given = LANGUAGES.some((language) => (texts?.[language] ?? "").trim() !== "");
  return given && texts ? checkedText(localizedProse, field, texts) : {};
}

/** Refuses with all the problems of a definition at once, their paths below `prefix`. */
export function refuseProblems(problems: readonly DefinitionProblem[], prefix = ""): void {
  refuseAll(problems.map(({ code, field, values }) => new Refusal(code, { field: joined(prefix, field), values })));
}

function checkedText<T>(schema: z.ZodType<T>, field: string, texts: LocalizedTextValue): T {
  const given = Object.fromEntries(LANGUAGES.flatMap((language) => (texts[language] ? [[language, texts[language]]] : [])));
  const checked = checkDefinition(schema, given);
  if (checked.ok) return checked.value;
  refuseProblems(checked.problems, field);
  throw new Refusal("INVALID_VALUE", { field });
}

function joined(prefix: string, field: string): string {
  if (prefix === "" || field === "") return prefix + field;
  return field.startsWith("[") ? prefix + field : `${prefix}.${field}`;
}
