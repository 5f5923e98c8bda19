import { expect, test } from "vitest";
import { readPeople } from "./read-people.ts";

test("one person a line, however it is written", () => {
  const text = [
    "Name,Email,Language",
    "",
    "Aline Uwase <Aline@Example.org>",
    "budi.santoso@example.org",
    "Citra Dewi, citra@example.org, ID",
    '"Keza, Dr.";keza@example.org;rw',
    "eka@example.org\tEka Putri",
    "somebody without an address",
  ].join("\r\n");
  expect(readPeople(text)).toEqual([
    { line: 3, name: "Aline Uwase", email: "aline@example.org", language: null },
    { line: 4, name: "Budi Santoso", email: "budi.santoso@example.org", language: null },
    { line: 5, name: "Citra Dewi", email: "citra@example.org", language: "id" },
    expect.objectContaining({ line: 6, email: "keza@example.org", language: "rw" }),
    { line: 7, name: "Eka Putri", email: "eka@example.org", language: null },
    { line: 8, name: "Somebody Without An Address", email: "somebody without an address", language: null },
  ]);
});

test("a single line is never taken for a heading, and nothing gives nobody", () => {
  expect(readPeople("not an address")).toHaveLength(1);
  expect(readPeople(" \n\t\n")).toEqual([]);
});
