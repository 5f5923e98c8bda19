import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDecimalString,
  formatList,
  formatMonth,
  formatNumber,
  formatRelative,
  formatTime,
  pluralCategory,
} from "./format.ts";
import { LANGUAGES } from "./languages.ts";

const KIGALI = { timeZone: "Africa/Kigali" };
const JAKARTA = { timeZone: "Asia/Jakarta" };

describe("dates", () => {
  test("are written as each language writes them", () => {
    expect(formatDate("2023-12-22", "en", KIGALI)).toBe("22 December 2023");
    expect(formatDate("2025-03-29", "rw", KIGALI)).toBe("29 Werurwe 2025");
    expect(formatDate("2023-12-22", "id", JAKARTA)).toBe("22 Desember 2023");
    expect(formatMonth("2022-11", "rw")).toBe("Ugushyingo 2022");
    expect(formatMonth("2022-11-01", "id", { short: true })).toBe("Nov 2022");
  });

  test("follow the given zone, across midnight and the year's end", () => {
    expect(formatDate("2022-12-31T22:30:00Z", "en", KIGALI)).toBe("1 January 2023");
    expect(formatDate("2022-12-31T22:30:00Z", "en", { timeZone: "UTC" })).toBe("31 December 2022");
    expect(formatTime("2022-12-31T22:05:00Z", "id", KIGALI)).toBe("00.05");
  });

  test("a plain day is that day in every zone", () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
      expect(formatDate("2022-11-25", "en", { timeZone })).toBe("25 November 2022");
  });

  test("with time and zone, for deadlines", () => {
    const at = "2026-01-31T15:00:00Z";
    expect(formatDateTime(at, "en", { ...KIGALI, showZone: true })).toBe("31 January 2026, 17:00 (Kigali time)");
    expect(formatDateTime(at, "rw", { ...KIGALI, showZone: true })).toBe("31 Mutarama 2026, 17:00 (isaha y'i Kigali)");
    expect(formatDateTime(at, "id", { ...JAKARTA, showZone: true })).toBe("31 Januari 2026 pukul 22.00 (WIB)");
  });

  test("English and Indonesian equal Intl's with the explicit locale, for every day", () => {
    const long = { day: "numeric", month: "long", year: "numeric", timeZone: "Asia/Jayapura" } as const;
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Jayapura" } as const;
    const english = [new Intl.DateTimeFormat("en-GB", long), new Intl.DateTimeFormat("en-GB", clock)] as const;
    const indonesian = [new Intl.DateTimeFormat("id-ID", long), new Intl.DateTimeFormat("id-ID", clock)] as const;
    fc.assert(
      fc.property(fc.date({ min: new Date("1970-01-02"), max: new Date("2099-12-30"), noInvalidDate: true }), (date) => {
        const zone = { timeZone: "Asia/Jayapura" };
        expect(formatDate(date, "en", zone)).toBe(english[0].format(date));
        expect(formatTime(date, "en", zone)).toBe(english[1].format(date));
        expect(formatDate(date, "id", zone)).toBe(indonesian[0].format(date));
        expect(formatTime(date, "id", zone)).toBe(indonesian[1].format(date));
      }),
    );
  });

  test("what is no date is refused", () => {
    expect(() => formatDate("soon", "en", KIGALI)).toThrow(RangeError);
    expect(() => formatDate("2022-13-40", "en", KIGALI)).toThrow(RangeError);
    expect(() => formatMonth("2022-00", "en")).toThrow(RangeError);
  });
});

describe("numbers", () => {
  test("are written as each language writes them", () => {
    expect(LANGUAGES.map((language) => formatNumber(2000, language))).toEqual(["2,000", "2,000", "2.000"]);
    expect(LANGUAGES.map((language) => formatNumber(79.9, language))).toEqual(["79.9", "79.9", "79,9"]);
    expect(LANGUAGES.map((language) => formatDecimalString("61.16", language))).toEqual(["61.16", "61.16", "61,16"]);
    expect(formatNumber(0.1 + 0.2, "en")).toBe("0.3");
    expect(formatNumber(1e21, "en")).toBe("1,000,000,000,000,000,000,000");
    expect(formatNumber(1.5e-7, "en", { fractionDigits: 8 })).toBe("0.00000015");
  });

  test("round half away from zero, exactly", () => {
    expect(formatDecimalString("60.005", "en", { fractionDigits: 2 })).toBe("60.01");
    expect(formatDecimalString("60.004", "en", { fractionDigits: 2 })).toBe("60.00");
    expect(formatDecimalString("-0.004", "en", { fractionDigits: 2 })).toBe("0.00");
    expect(formatDecimalString("999.995", "id", { fractionDigits: 2 })).toBe("1.000,00");
    expect(formatDecimalString("2.5", "en", { fractionDigits: 0 })).toBe("3");
  });

  test("whole numbers equal Intl's with the explicit locale", () => {
    const english = new Intl.NumberFormat("en-GB");
    const indonesian = new Intl.NumberFormat("id-ID");
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(formatNumber(value, "en")).toBe(english.format(value));
        expect(formatNumber(value, "id")).toBe(indonesian.format(value));
      }),
    );
  });

  test("an exact decimal keeps all of its digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.stringMatching(/^\d{1,30}$/), (whole, fraction) => {
        const written = formatDecimalString(`${whole}.${fraction}`, "id");
        expect(written.replaceAll(".", "").replace(",", ".")).toBe(`${whole}.${fraction}`);
      }),
    );
  });

  test("what is no number is refused", () => {
    for (const bad of ["", "1,5", "1e3", "٣", ".5"]) expect(() => formatDecimalString(bad, "en")).toThrow(RangeError);
    expect(() => formatNumber(Number.NaN, "en")).toThrow(RangeError);
  });
});

describe("words", () => {
  test("spans of time agree with their number", () => {
    const now = "2026-01-10T00:00:00Z";
    expect(formatRelative("2026-01-13T05:00:00Z", now, "en")).toBe("in 3 days");
    expect(formatRelative("2026-01-11T00:00:00Z", now, "rw")).toBe("mu munsi 1");
    expect(formatRelative("2026-01-07T00:00:00Z", now, "rw")).toBe("hashize iminsi 3");
    expect(formatRelative("2026-01-09T22:00:00Z", now, "id")).toBe("2 jam yang lalu");
    expect(formatRelative("2026-01-10T00:00:30Z", now, "en")).toBe("now");
  });

  test("lists are joined, in Kinyarwanda with n' before a vowel", () => {
    expect(formatList([], "en")).toBe("");
    expect(formatList(["Huye"], "rw")).toBe("Huye");
    expect(formatList(["Kicukiro", "Huye", "Nyarugenge"], "en")).toBe("Kicukiro, Huye and Nyarugenge");
    expect(formatList(["Kigali", "Amajyepfo"], "rw")).toBe("Kigali n'Amajyepfo");
    expect(formatList(["Kicukiro", "Huye"], "rw")).toBe("Kicukiro na Huye");
    expect(formatList(["A", "B", "C"], "id")).toBe(new Intl.ListFormat("id-ID").format(["A", "B", "C"]));
  });

  test("plurals are ours, not the host's", () => {
    expect(LANGUAGES.map((language) => pluralCategory(1, language))).toEqual(["one", "one", "other"]);
    expect(LANGUAGES.map((language) => pluralCategory(0, language))).toEqual(["other", "other", "other"]);
  });
});

test("nothing depends on the host's locale or zone", () => {
  const script = `
    import * as f from ${JSON.stringify(resolve(import.meta.dirname, "format.ts"))};
    const zone = { timeZone: "Africa/Kigali", showZone: true };
    console.log(JSON.stringify(["en", "rw", "id"].flatMap((l) => [f.formatDateTime("2022-11-25T12:05:00Z", l, zone), f.formatNumber(1234567.89, l), f.formatList(["a", "b"], l)])));
  `;
  const under = (locale: string, zone: string): string =>
    execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
      env: { ...process.env, LC_ALL: locale, LANG: locale, TZ: zone, NODE_OPTIONS: "" },
      encoding: "utf8",
    });
  const plain = under("en_US.UTF-8", "UTC");
  expect(plain).toContain("25 Ugushyingo 2022, 14:05");
  for (const locale of ["ar_EG.UTF-8", "fr_FR.UTF-8", "id_ID.UTF-8"]) expect(under(locale, "Asia/Kathmandu")).toBe(plain);
});
