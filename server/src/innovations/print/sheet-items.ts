import { isBlank, isDay } from "@isonga/schema/entry-answers";
import type { AnswerValue, FormField } from "@isonga/schema/entry-form";
import { formatDate, formatDecimalString, formatList } from "@isonga/schema/format";
import { type Language, pickText } from "@isonga/schema/languages";
import { fillWords } from "../../mail/letter-words.ts";
import type { EntryGroundView } from "../forms/ground.type.ts";
import type { SheetItem } from "./sheet.ts";
import { SHEET_WORDS } from "./sheet-words.ts";

/** In which language a sheet is, and by which catalogue codes are named. */
export type Telling = { readonly language: Language; readonly affairs: EntryGroundView["affairs"] };

/** A field with its answer, `written` in its author's language; on a blank form (`answer` undefined) with room to write. */
export function fieldItem(
  field: FormField,
  telling: Telling,
  answered?: { readonly value: AnswerValue | undefined; readonly written: Language },
): SheetItem {
  const { language } = telling;
  const words = SHEET_WORDS[language];
  const name = pickText(field.label, language);
  if (answered) {
    const text = answerText(field, answered.value, telling);
    const own = (field.kind === "SHORT_TEXT" || field.kind === "LONG_TEXT") && answered.written !== language;
    return {
      name,
      notes: [],
      answer: { text: text || words.notAnswered, language: own && text ? answered.written : null },
      boxes: [],
      lines: 0,
    };
  }
  const count = (key: "min" | "max", value: number | undefined) =>
    value === undefined ? [] : [fillWords(words.words[key], { [key]: String(value) })];
  const help = pickText(field.help, language);
  const notes = [...(help === "" ? [] : [help]), ...count("min", field.minWords), ...count("max", field.maxWords)];
  const boxes = choicesOf(field, telling);
  return { name, notes, answer: null, boxes, lines: boxes.length > 0 ? 0 : field.kind === "LONG_TEXT" ? 10 : 1 };
}

/** A row with the level claimed and how much proves it; on a blank form with its levels to tick. */
export function rowItem(
  row: EntryGroundView["indicators"][number],
  language: Language,
  claim?: { readonly level: number; readonly evidence: number },
): SheetItem {
  const words = SHEET_WORDS[language];
  const texts = [words.none, ...row.levels];
  const told = (level: number) => fillWords(words.level, { level: String(level), text: texts[level] ?? "" });
  const weight = fillWords(words.weight, { weight: formatDecimalString(row.weight, language) });
  if (claim) {
    const proof = fillWords(words.evidence, { count: String(claim.evidence) });
    return { name: row.name, notes: [weight], answer: { text: `${told(claim.level)}\n${proof}`, language: null }, boxes: [], lines: 0 };
  }
  const notes = [...(row.description === "" ? [] : [row.description]), weight];
  const proof = row.evidence === "" ? [] : [fillWords(words.proof, { text: row.evidence })];
  return { name: row.name, notes: [...notes, ...proof], answer: null, boxes: texts.map((_text, level) => told(level)), lines: 0 };
}

function choicesOf(field: FormField, { language, affairs }: Telling): readonly string[] {
  const words = SHEET_WORDS[language];
  if (field.kind === "YES_NO") return [words.yes, words.no];
  if (field.kind === "AFFAIRS") return affairs.map(({ name }) => name);
  return (field.options ?? []).map(({ label }) => pickText(label, language));
}

/** An answer as people read it, in the words of a language; empty where there is none. */
export function answerText(field: FormField, value: AnswerValue | undefined, { language, affairs }: Telling): string {
  if (value === undefined || value === null || isBlank(value)) return "";
  const words = SHEET_WORDS[language];
  const named = (code: string): string => {
    const option = field.options?.find((candidate) => candidate.value === code);
    return (option ? pickText(option.label, language) : affairs.find((affair) => affair.code === code)?.name) || code;
  };
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return formatDecimalString(String(value), language);
  if (typeof value === "string") {
    if (field.kind === "DATE" && isDay(value)) return formatDate(`${value}T00:00:00Z`, language, { timeZone: "UTC" });
    return field.kind === "CHOICE" ? named(value) : value;
  }
  if ("latitude" in value) return `${value.latitude}, ${value.longitude}`;
  return field.kind === "LINKS" ? value.join("\n") : formatList(value.map(named), language);
}
