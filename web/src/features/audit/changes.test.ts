import { expect, test } from "vitest";
import { changesOf, nameOf } from "./changes.ts";

test("only the fields that a change touched are told, without version and times", () => {
  const before = { id: "1", name: "Huye", population: 10, names: { en: "Huye" }, version: 1, updated_at: "a" };
  const after = { id: "1", name: "Huye", population: null, names: { en: "Huye", rw: "Huye" }, version: 2, updated_at: "b" };
  expect(changesOf({ before, after })).toEqual([
    { field: "population", before: "10", after: null },
    { field: "names", before: "en: Huye", after: "en: Huye · rw: Huye" },
  ]);
});

test("a row that was made shows all it holds, one that was removed all it held", () => {
  expect(changesOf({ before: null, after: { code: "24", parent_id: null } })).toEqual([{ field: "code", before: null, after: "24" }]);
  expect(changesOf({ before: { code: "24" }, after: null })).toEqual([{ field: "code", before: "24", after: null }]);
});

test("a thing is called by its name in the reader's language, without one by what it belongs to, then by its code", () => {
  const known: Readonly<Record<string, string>> = { p: "Claudine", r: "Remera" };
  const by = { language: "rw", names: (id: string) => known[id] ?? null };
  expect(nameOf({ before: { name: "Old" }, after: { name: "New" } }, by)).toBe("New");
  expect(nameOf({ before: null, after: { names: { en: "Round", rw: "Icyiciro" }, code: "r-1" } }, by)).toBe("Icyiciro");
  expect(nameOf({ before: null, after: { names: { en: "Round" } } }, by)).toBe("Round");
  expect(nameOf({ before: null, after: { role: "STAFF", person_id: "p", jurisdiction_id: "r", granted_by: "x" } }, by)).toBe(
    "Claudine · Remera",
  );
  expect(nameOf({ before: { code: "24", jurisdiction_id: "gone" }, after: null }, by)).toBe("24");
  expect(nameOf({ before: null, after: {} }, by)).toBeNull();
});
