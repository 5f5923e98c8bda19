import { describe, expect, it } from "vitest";
import { formatDuration } from "./format-duration.ts";

describe("a span of time", () => {
  it.each([
    [0, "0 minutes", "iminota 0", "0 menit"],
    [1, "1 minute", "umunota 1", "1 menit"],
    [45, "45 minutes", "iminota 45", "45 menit"],
    [60, "1 hour", "isaha 1", "1 jam"],
    [90, "1 hour and 30 minutes", "isaha 1 n'iminota 30", "1 jam dan 30 menit"],
    [1440, "24 hours", "amasaha 24", "24 jam"],
    [2880, "2 days", "iminsi 2", "2 hari"],
    [3600, "2 days and 12 hours", "iminsi 2 n'amasaha 12", "2 hari dan 12 jam"],
    [10_080, "7 days", "iminsi 7", "7 hari"],
    [10_081, "7 days and 1 minute", "iminsi 7 n'umunota 1", "7 hari dan 1 menit"],
    [2881 + 60, "2 days, 1 hour and 1 minute", "iminsi 2, isaha 1 n'umunota 1", "2 hari, 1 jam, dan 1 menit"],
  ])("of %i minutes is said as people do", (minutes, en, rw, id) => {
    expect([formatDuration(minutes, "en"), formatDuration(minutes, "rw"), formatDuration(minutes, "id")]).toEqual([en, rw, id]);
  });
});
