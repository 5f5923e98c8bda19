import { isBlank, isDay } from "@isonga/schema/entry-answers";
import type { AnswerValue, FormField } from "@isonga/schema/entry-form";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import type { KnownInstrument } from "./known-entry.ts";

/** Writes an answer out for reading: the words of options and affairs instead of their codes, days in the reader's way. "" for none. */
export function useAnswerWords(instrument: Pick<KnownInstrument, "affairs">): (field: FormField, value: AnswerValue | undefined) => string {
  const { t } = useTranslation("common");
  const format = useFormat();
  return useCallback(
    (field, value) => {
      if (value === undefined || value === null || isBlank(value)) return "";
      const named = (code: string): string => {
        const option = field.options?.find((candidate) => candidate.value === code);
        const affair = instrument.affairs.find((candidate) => candidate.code === code);
        return (option ? format.text(option.label) : affair?.name) || code;
      };
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      if (typeof value === "number") return format.decimal(String(value));
      if (typeof value === "string") {
        if (field.kind === "DATE" && isDay(value)) return format.date(`${value}T00:00:00Z`, { timeZone: "UTC" });
        return field.kind === "CHOICE" ? named(value) : value;
      }
      if ("latitude" in value) return `${value.latitude}, ${value.longitude}`;
      return field.kind === "LINKS" ? value.join("\n") : format.list(value.map(named));
    },
    [format, instrument, t],
  );
}
