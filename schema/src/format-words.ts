import type { Language } from "./languages.ts";

/** A span of time that relative times count in. */
export type RelativeUnit = "minute" | "hour" | "day" | "month" | "year";

/** A whole phrase for each plural category; `#` stands for the number. */
export type PluralPhrase = { readonly one: string; readonly other: string };

/** Everything a language needs to write dates, numbers, spans and lists. */
export type FormatWords = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly group: string;
  readonly decimal: string;
  /** Between hours and minutes. */
  readonly clock: string;
  /** Between a date and its time. */
  readonly dateTime: string;
  readonly now: string;
  readonly future: Readonly<Record<RelativeUnit, PluralPhrase>>;
  readonly past: Readonly<Record<RelativeUnit, PluralPhrase>>;
  /** Names of time zones that people know; others are named by their city. */
  readonly zones: Readonly<Record<string, string>>;
};

/**
 * Own tables, because neither Node nor Chromium has usable `rw` data and their English and Indonesian data differ between
 * versions; a test holds `en` and `id` equal to `Intl` with the explicit locales en-GB and id-ID.
 */
export const FORMAT_WORDS: Readonly<Record<Language, FormatWords>> = {
  en: {
    months: list("January February March April May June July August September October November December"),
    shortMonths: list("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    group: ",",
    decimal: ".",
    clock: ":",
    dateTime: ", ",
    now: "now",
    future: {
      minute: { one: "in # minute", other: "in # minutes" },
      hour: { one: "in # hour", other: "in # hours" },
      day: { one: "in # day", other: "in # days" },
      month: { one: "in # month", other: "in # months" },
      year: { one: "in # year", other: "in # years" },
    },
    past: {
      minute: { one: "# minute ago", other: "# minutes ago" },
      hour: { one: "# hour ago", other: "# hours ago" },
      day: { one: "# day ago", other: "# days ago" },
      month: { one: "# month ago", other: "# months ago" },
      year: { one: "# year ago", other: "# years ago" },
    },
    zones: {
      "Africa/Kigali": "Kigali time",
      "Asia/Jakarta": "Jakarta time, WIB",
      "Asia/Makassar": "Makassar time, WITA",
      "Asia/Jayapura": "Jayapura time, WIT",
    },
  },
  rw: {
    months: list("Mutarama Gashyantare Werurwe Mata Gicurasi Kamena Nyakanga Kanama Nzeri Ukwakira Ugushyingo Ukuboza"),
    shortMonths: list("Mut. Gas. Wer. Mat. Gic. Kam. Nya. Kan. Nze. Ukw. Ugu. Uku."),
    group: ",",
    decimal: ".",
    clock: ":",
    dateTime: ", ",
    now: "ubu",
    future: {
      minute: { one: "mu munota #", other: "mu minota #" },
      hour: { one: "mu isaha #", other: "mu masaha #" },
      day: { one: "mu munsi #", other: "mu minsi #" },
      month: { one: "mu kwezi #", other: "mu mezi #" },
      year: { one: "mu mwaka #", other: "mu myaka #" },
    },
    past: {
      minute: { one: "hashize umunota #", other: "hashize iminota #" },
      hour: { one: "hashize isaha #", other: "hashize amasaha #" },
      day: { one: "hashize umunsi #", other: "hashize iminsi #" },
      month: { one: "hashize ukwezi #", other: "hashize amezi #" },
      year: { one: "hashize umwaka #", other: "hashize imyaka #" },
    },
    zones: {
      "Africa/Kigali": "isaha y'i Kigali",
      "Asia/Jakarta": "isaha y'i Jakarta, WIB",
      "Asia/Makassar": "isaha y'i Makassar, WITA",
      "Asia/Jayapura": "isaha y'i Jayapura, WIT",
    },
  },
  id: {
    months: list("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
    shortMonths: list("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"),
    group: ".",
    decimal: ",",
    clock: ".",
    dateTime: " pukul ",
    now: "sekarang",
    future: {
      minute: same("dalam # menit"),
      hour: same("dalam # jam"),
      day: same("dalam # hari"),
      month: same("dalam # bulan"),
      year: same("dalam # tahun"),
    },
    past: {
      minute: same("# menit yang lalu"),
      hour: same("# jam yang lalu"),
      day: same("# hari yang lalu"),
      month: same("# bulan yang lalu"),
      year: same("# tahun yang lalu"),
    },
    zones: {
      "Africa/Kigali": "waktu Kigali",
      "Asia/Jakarta": "WIB",
      "Asia/Makassar": "WITA",
      "Asia/Jayapura": "WIT",
    },
  },
};

/**
 * Kinyarwanda of these tables, and of `DURATION_WORDS` under `rw.duration`, that is our own making and waits for a native speaker (the months
 * are from published sources).
 */
export const FORMAT_WORDS_TO_REVIEW = ["rw.now", "rw.future", "rw.past", "rw.zones", "rw.duration"] as const;

function list(words: string): readonly string[] {
  return words.split(" ");
}

function same(phrase: string): PluralPhrase {
  return { one: phrase, other: phrase };
}
