import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../kernel/refusal.ts";

const ServiceSchema = defineEntity({
  name: "Service",
  tableName: "service",
  properties: {
    id: p.uuid().primary(),
    country: p.string(),
    code: p.string(),
    names: p.json().$type<LocalizedText>(),
    descriptions: p.json().$type<LocalizedText>(),
    deliveredAt: p.string(),
    retiredAt: p.date().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** A public service that the jurisdictions of one level of a country deliver. */
export class Service extends ServiceSchema.class {
  /** Gives it other words. Refuses REQUIRED without a name in any language, TOO_LONG. */
  describe(words: { readonly names: LocalizedText; readonly descriptions: LocalizedText }): void {
    this.names = cleanText(words.names, { field: "names", longest: LIMITS.nameLength, required: true });
    this.descriptions = cleanText(words.descriptions, { field: "descriptions", longest: LIMITS.descriptionLength });
  }

  /** Ends it from this day on: months that begin on or after it expect no report. Null takes the end back. */
  retire(from: string | null): void {
    this.retiredAt = from;
  }

  /** Refuses STALE_VERSION when it was changed since the asker read it. */
  expectVersion(version: number): void {
    if (this.version !== version) throw new Refusal("STALE_VERSION", { field: "version" });
  }
}
ServiceSchema.setClass(Service);

/** A service's code: letters, digits, `_`, `.` and `-`, at most 60. Refuses INVALID_CODE. */
export function checkServiceCode(code: string): string {
  const trimmed = code.trim();
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(trimmed)) throw new Refusal("INVALID_CODE", { field: "code" });
  return trimmed;
}

type TextRule = { readonly field: string; readonly longest: number; readonly required?: boolean };

function cleanText(text: LocalizedText, rule: TextRule): LocalizedText {
  const clean: Record<string, string> = {};
  for (const [language, value] of Object.entries(text)) {
    const trimmed = typeof value === "string" ? value.trim() : "";
    if (trimmed.length > rule.longest) throw new Refusal("TOO_LONG", { field: `${rule.field}.${language}`, values: { max: rule.longest } });
    if (trimmed !== "") clean[language] = trimmed;
  }
  if (rule.required && Object.keys(clean).length === 0) throw new Refusal("REQUIRED", { field: rule.field });
  return clean;
}
