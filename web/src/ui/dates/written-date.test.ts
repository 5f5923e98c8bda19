import { LANGUAGES } from "@isonga/schema/languages";
import { describe, expect, test } from "vitest";
import { isDate, readDate, readTime, writeDate } from "./written-date.ts";

describe("a day", () => {
  test.each([
    ["22 December 2026", "en"],
    ["22 Dec 2026", "en"],
    ["December 22, 2026", "en"],
    ["22 Ukuboza 2026", "rw"],
    ["22 Uku. 2026", "rw"],
    ["22 Desember 2026", "id"],
    ["22 des 2026", "id"],
    ["22/12/2026", "en"],
    ["22-12-2026", "id"],
    ["22.12.26", "rw"],
    ["2026-12-22", "rw"],
    ["  22 december  2026 ", "rw"],
  ] as const)("is read from “%s” in %s", (text, language) => {
    expect(readDate(text, "day", language)).toBe("2026-12-22");
  });

  test.each(["", "22 December", "12/22/2026", "31 April 2026", "29 Feb 2026", "22 Xyz 2026", "tomorrow", "0/1/2026", "1/1/0026"])(
    "is not read from “%s”",
    (text) => {
      expect(readDate(text, "day", "en")).toBeNull();
    },
  );

  test("puts the day before the month, as all three languages do", () => {
    expect(readDate("3/4/2026", "day", "en")).toBe("2026-04-03");
  });

  test("takes a month's name in the reader's language before another's", () => {
    expect(readDate("1 Mar 2026", "day", "en")).toBe("2026-03-01");
    expect(readDate("1 Kam 2026", "day", "rw")).toBe("2026-06-01");
    expect(readDate("1 Agu 2026", "day", "id")).toBe("2026-08-01");
    expect(readDate("1 Ju 2026", "day", "en")).toBeNull();
  });
});

test("a month is read in words and in figures", () => {
  expect(readDate("Gashyantare 2026", "month", "rw")).toBe("2026-02");
  expect(readDate("2/2026", "month", "id")).toBe("2026-02");
  expect(readDate("2026-02", "month", "en")).toBe("2026-02");
  expect(readDate("2026-13", "month", "en")).toBeNull();
});

test("a moment is read with its time, and is midnight without one", () => {
  expect(readDate("22 December 2026, 14:05", "moment", "en")).toBe("2026-12-22T14:05");
  expect(readDate("22 Desember 2026 pukul 14.05", "moment", "id")).toBe("2026-12-22T14:05");
  expect(readDate("22.12.2026 9.30", "moment", "rw")).toBe("2026-12-22T09:30");
  expect(readDate("2026-12-22T14:05", "moment", "en")).toBe("2026-12-22T14:05");
  expect(readDate("22 Oct 2026", "moment", "en")).toBe("2026-10-22T00:00");
  expect(readDate("22/12/2026 25:00", "moment", "en")).toBeNull();
});

test("a time of day is read with a colon or a point", () => {
  expect([readTime("9.30"), readTime("14:05"), readTime("7"), readTime("24:00"), readTime("")]).toEqual([
    "09:30",
    "14:05",
    "07:00",
    null,
    null,
  ]);
});

test("what is no date is written as it stands", () => {
  expect(writeDate("last week", "day", "en")).toBe("last week");
  expect(isDate("2026-02-30", "day")).toBe(false);
});

test("whatever is written in a language is read back as the same", () => {
  for (
    let instant = Date.parse("1999-12-31T23:59:00Z");
    instant < Date.parse("2032-01-01T00:00:00Z");
    instant += 5 * 86_400_000 + 3_661_000
  ) {
    const moment = new Date(instant).toISOString().slice(0, 16);
    for (const language of LANGUAGES)
      for (const [kind, value] of [
        ["moment", moment],
        ["day", moment.slice(0, 10)],
        ["month", moment.slice(0, 7)],
      ] as const)
        if (readDate(writeDate(value, kind, language), kind, language) !== value) expect.fail(`${kind} ${value} in ${language}`);
  }
});
