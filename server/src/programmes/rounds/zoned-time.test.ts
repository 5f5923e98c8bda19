import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfLocal, isoInZone, localOfInstant, shiftDay, shiftMonth, shiftMonths } from "./zoned-time.ts";

test.each([
  ["2022-11-25T09:00", "Africa/Kigali", "2022-11-25T07:00:00.000Z"],
  ["2023-12-22T00:00", "Asia/Jakarta", "2023-12-21T17:00:00.000Z"],
  ["2026-06-30T23:59", "Asia/Jayapura", "2026-06-30T14:59:00.000Z"],
  ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
])("%s in %s is %s", (local, zone, instant) => {
  expect(instantOfLocal(local, zone, "at").toISOString()).toBe(instant);
});

test.each(["2026-02-30T00:00", "2026-13-01T00:00", "tomorrow", "2026-01-01", "2026-01-01T24:00"])("%s is no time", (local) => {
  expect(() => instantOfLocal(local, "Africa/Kigali", "at")).toThrow("INVALID_DATE");
});

test("what clocks show leads back to the instant, in zones without clock changes", () => {
  const minute = fc.integer({ min: 0, max: 60_000_000 }).map((value) => new Date(value * 60_000));
  fc.assert(
    fc.property(minute, fc.constantFrom("Africa/Kigali", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"), (instant, zone) => {
      expect(instantOfLocal(localOfInstant(instant, zone), zone, "at")).toEqual(instant);
      expect(new Date(isoInZone(instant, zone))).toEqual(instant);
    }),
    { numRuns: 200 },
  );
});

test("an instant is written with its zone's offset", () => {
  expect(isoInZone(new Date("2022-11-25T07:00:00Z"), "Africa/Kigali")).toBe("2022-11-25T09:00:00+02:00");
  expect(isoInZone(new Date("2022-11-25T07:00:00Z"), "America/New_York")).toBe("2022-11-25T02:00:00-05:00");
});

test("a year on is the same time of the same day, or the month's last day", () => {
  expect(shiftMonths(new Date("2024-02-29T10:00:00Z"), 12, "Africa/Kigali").toISOString()).toBe("2025-02-28T10:00:00.000Z");
  expect(shiftMonths(new Date("2022-11-30T22:30:00Z"), 3, "Africa/Kigali").toISOString()).toBe("2023-02-28T22:30:00.000Z");
  expect(shiftMonth("2022-11", 12)).toBe("2023-11");
  expect(shiftMonth("2022-11", -11)).toBe("2021-12");
  expect(shiftDay("2024-02-29", 12)).toBe("2025-02-28");
  expect(shiftDay("2025-12-31", -1)).toBe("2025-11-30");
});
