import { expect, test } from "vitest";
import { fieldChanges } from "./field-changes.ts";

test("only what differs is told, with what stood there before", () => {
  expect(
    fieldChanges({ before: { processed: 15, received: 20, reason: null }, after: { processed: 16, received: 20, reason: "" } }),
  ).toEqual([{ field: "processed", before: "15", after: "16" }]);
});

test("something new tells all it holds, names by their language", () => {
  expect(fieldChanges({ before: null, after: { code: "x", names: { en: "Birth", rw: "Ivuka" }, retiredAt: null } })).toEqual([
    { field: "code", before: "–", after: "x" },
    { field: "names", before: "–", after: "en: Birth, rw: Ivuka" },
  ]);
});
