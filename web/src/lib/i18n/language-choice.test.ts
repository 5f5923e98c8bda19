import { expect, test } from "vitest";
import { inLanguage, languageOfPath } from "./language-choice.ts";

test("another language is the same place: path, query and hash stay", () => {
  const location = { pathname: "/en/app/reports/2022-11", search: "?sort=-score", hash: "#row" };
  expect(inLanguage("rw", location)).toBe("/rw/app/reports/2022-11?sort=-score#row");
  expect(inLanguage("id", { pathname: "/rw", search: "", hash: "" })).toBe("/id");
  expect(inLanguage("id", { pathname: "/identity", search: "", hash: "" })).toBe("/id/identity");
});

test("only a whole segment names a language", () => {
  expect(languageOfPath("/rw/app")).toBe("rw");
  expect(languageOfPath("/rwanda/app")).toBeNull();
  expect(languageOfPath("/")).toBeNull();
});
