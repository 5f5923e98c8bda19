import {
  type DateInput,
  formatDate,
  formatDateTime,
  formatDecimalString,
  formatList,
  formatMonth,
  formatNumber,
  formatRelative,
} from "@isonga/schema/format";
import { DEFAULT_LANGUAGE, isLanguage, type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Writers of numbers, dates and texts in the page's language. Times are in the reader's zone unless one is given. */
export type Format = {
  readonly language: Language;
  readonly number: (value: number, fractionDigits?: number) => string;
  /** An exact decimal string; never goes through a binary fraction. */
  readonly decimal: (value: string, fractionDigits?: number) => string;
  readonly date: (value: DateInput, options?: { readonly timeZone?: string; readonly short?: boolean }) => string;
  readonly dateTime: (
    value: DateInput,
    options?: { readonly timeZone?: string; readonly short?: boolean; readonly showZone?: boolean },
  ) => string;
  /** A month `YYYY-MM`. */
  readonly month: (value: string, options?: { readonly short?: boolean }) => string;
  readonly relative: (value: DateInput, now: DateInput) => string;
  readonly list: (items: readonly string[]) => string;
  /** The text in the page's language, else English, else any. */
  readonly text: (text: LocalizedText | null | undefined) => string;
};

/** Formats for the language of the page; changes with it. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

/** The time zone of this device. */
export function localTimeZone(): string {
  return new Intl.DateTimeFormat("en-GB").resolvedOptions().timeZone;
}

function formatFor(language: Language): Format {
  const withZone = <Options extends { readonly timeZone?: string }>(options: Options | undefined) => ({
    ...options,
    timeZone: options?.timeZone ?? localTimeZone(),
  });
  const places = (fractionDigits: number | undefined) => (fractionDigits === undefined ? {} : { fractionDigits });
  return {
    language,
    number: (value, fractionDigits) => formatNumber(value, language, places(fractionDigits)),
    decimal: (value, fractionDigits) => formatDecimalString(value, language, places(fractionDigits)),
    date: (value, options) => formatDate(value, language, withZone(options)),
    dateTime: (value, options) => formatDateTime(value, language, withZone(options)),
    month: (value, options) => formatMonth(value, language, options),
    relative: (value, now) => formatRelative(value, now, language),
    list: (items) => formatList(items, language),
    text: (text) => pickText(text, language),
  };
}
