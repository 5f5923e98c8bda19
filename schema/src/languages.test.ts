import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLanguage, negotiateLanguage, pickLanguage, pickText } from "./languages.ts";

describe("the language of a visitor", () => {
  test.each([
    ["rw", "rw"],
    ["id-ID,id;q=0.9,en;q=0.8", "id"],
    ["in-ID", "id"],
    ["fr-FR,fr;q=0.9,rw;q=0.4,en;q=0.3", "rw"],
    ["en;q=0.2, id;q=0.7", "id"],
    ["rw;q=0, id;q=0.1", "id"],
    ["fr, *;q=0.1", "en"],
    ["", "en"],
    [";;;,,q=", "en"],
  ])("for %j is %s", (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  test("is one of ours, whatever is sent", () => {
    fc.assert(fc.property(fc.string(), (header) => isLanguage(negotiateLanguage(header))));
  });

  test("is the fallback's when nothing is sent", () => {
    expect(negotiateLanguage(undefined, "rw")).toBe("rw");
  });
});

describe("a text in several languages", () => {
  test("is read in the reader's language, then English, then any", () => {
    expect(pickText({ en: "Birth", rw: "Ivuka" }, "rw")).toBe("Ivuka");
    expect(pickText({ en: "Birth", rw: "  " }, "rw")).toBe("Birth");
    expect(pickText({ en: null, id: "Kelahiran" }, "rw")).toBe("Kelahiran");
    expect(pickText({}, "en")).toBe("");
    expect(pickText(null, "en")).toBe("");
  });

  test("tells which language was found", () => {
    expect(pickLanguage({ id: "Kelahiran" }, "rw")).toEqual({ language: "id", text: "Kelahiran" });
  });
});
