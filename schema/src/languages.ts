/** The languages of the interface, of content and of letters. */
export const LANGUAGES = ["en", "rw", "id"] as const;

/** A language's code, as it stands in URLs, accounts and `LocalizedText`. */
export type Language = (typeof LANGUAGES)[number];

/** The language of whoever told us nothing. */
export const DEFAULT_LANGUAGE: Language = "en";

/** Each language named in itself, for switches. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  rw: "Ikinyarwanda",
  id: "Bahasa Indonesia",
};

/** A text that people gave in one or more of the languages. */
export type LocalizedText = { readonly [language in Language]?: string | null };

/** Whether a value (a URL segment, a stored setting) is one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4): highest quality first, the header's order
 * on ties, regions ignored (`id-ID` is `id`), `in` read as the old code of Indonesian. Nothing usable gives `fallback`.
 */
export function negotiateLanguage(header: string | null | undefined, fallback: Language = DEFAULT_LANGUAGE): Language {
  const wishes = (header ?? "").slice(0, 1000).split(",").map(readWish);
  const usable = wishes.filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of usable) {
    if (tag === "*") return fallback;
    const primary = tag.split("-")[0];
    const language = primary === "in" ? "id" : primary;
    if (isLanguage(language)) return language;
  }
  return fallback;
}

/** The text in the reader's language; without it in English, without that in any; "" when there is none. Blank texts do not count. */
export function pickText(text: LocalizedText | null | undefined, language: Language): string {
  return pickLanguage(text, language)?.text ?? "";
}

/** As `pickText`, with the language that was found, for the `lang` attribute of a text in another language than the page's. */
export function pickLanguage(
  text: LocalizedText | null | undefined,
  language: Language,
): { readonly language: Language; readonly text: string } | null {
  for (const candidate of [language, DEFAULT_LANGUAGE, ...LANGUAGES]) {
    const found = text?.[candidate];
    if (typeof found === "string" && found.trim() !== "") return { language: candidate, text: found };
  }
  return null;
}

function readWish(part: string): { readonly tag: string; readonly quality: number } {
  const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return { tag, quality: Number.isFinite(quality) && quality <= 1 ? quality : 0 };
}
