import { DECIMAL, formatDate, formatDecimalString, formatList, formatNumber, pluralCategory } from "@isonga/schema/format";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from "@isonga/schema/languages";
import i18next, { type BackendModule, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { localTimeZone } from "../../ui/use-format.ts";
import type { Namespace } from "./phrases.ts";

/** The one place of words. Started by {@link startWords}. */
export const i18n: I18n = i18next;

/** Loads the words that every page needs, in one language, and makes it the page's language. */
export async function startWords(language: Language): Promise<void> {
  await i18n
    .use(phraseFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES,
      fallbackLng: DEFAULT_LANGUAGE,
      partialBundledLanguages: true,
      ns: ["common"],
      defaultNS: "common",
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    });
  giveOwnPluralRules(i18n);
  giveOwnFormats(i18n);
  document.documentElement.lang = language;
}

/** Fetches files of phrases in the current language; pages name theirs in the route, so that nothing flickers. */
export async function loadPhrases(namespaces: readonly Namespace[]): Promise<void> {
  if (namespaces.length > 0) await i18n.loadNamespaces([...namespaces]);
}

/** Turns the page into another language: all the words it shows are fetched first, then it changes at once. */
export async function speak(language: Language): Promise<void> {
  if (i18n.language !== language) await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language of the page. */
export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

type PhraseFile = { readonly default: Record<string, unknown> };

const files: Readonly<Record<string, () => Promise<PhraseFile>>> = {
  ...import.meta.glob<PhraseFile>(["../../../locales/*/*.json", "!../../../locales/*/{_*,public}.json"]),
  ...import.meta.glob<PhraseFile>(["../../../../schema/locales/*/*.json", "!../../../../schema/locales/*/{_*,cli}.json"]),
};

const phraseFiles: BackendModule = {
  type: "backend",
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, callback) => {
    const end = `/locales/${language}/${namespace}.json`;
    const path = Object.keys(files).find((candidate) => candidate.endsWith(end));
    const load = path === undefined ? undefined : files[path];
    if (load === undefined) return callback(new Error(`No phrases: ${end}`), false);
    load().then(
      (file) => callback(null, file.default),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true),
    );
  },
};

/** `Intl.PluralRules` answers for the host's language when it lacks `rw`; ours never asks it. */
function giveOwnPluralRules(instance: I18n): void {
  const rules = new Map(LANGUAGES.map((language) => [language, pluralRule(language)]));
  instance.services.pluralResolver.getRule = (code: string) => rules.get(isLanguage(code) ? code : DEFAULT_LANGUAGE);
}

function pluralRule(language: Language): {
  readonly select: (count: number) => string;
  readonly resolvedOptions: () => { readonly pluralCategories: string[] };
} {
  return {
    select: (count) => pluralCategory(count, language),
    resolvedOptions: () => ({ pluralCategories: language === "id" ? ["other"] : ["one", "other"] }),
  };
}

/** `{{count, number}}`, `{{score, decimal}}`, `{{day, date}}`, `{{names, list}}` in phrases. */
function giveOwnFormats(instance: I18n): void {
  const add = (name: string, format: (value: unknown, language: Language) => string): void =>
    instance.services.formatter?.add(name, (value, language) => format(value, isLanguage(language) ? language : DEFAULT_LANGUAGE));
  add("number", (value, language) => formatNumber(Number(value), language));
  add("decimal", (value, language) => decimalOrTyped(String(value), language));
  add("date", (value, language) => formatDate(value instanceof Date ? value : String(value), language, { timeZone: localTimeZone() }));
  add("list", (value, language) => formatList(Array.isArray(value) ? value.map(String) : [String(value)], language));
}

/** What stands in a field that is being typed in need not be a decimal yet: it is shown as it stands, and "–" for nothing. */
function decimalOrTyped(value: string, language: Language): string {
  return DECIMAL.test(value) ? formatDecimalString(value, language) : value || "–";
}
