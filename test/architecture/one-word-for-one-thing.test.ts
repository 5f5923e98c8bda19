import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { LANGUAGES, type Language } from "@isonga/schema/languages";
import { describe, expect, it } from "vitest";

type Words = { readonly [key: string]: string | Words };

/** A part of a file of phrases: `words("web/locales", "id", "entries", "states")`. */
function words(folder: string, language: Language, file: string, part: string): Words {
  const all = JSON.parse(readFileSync(resolve(import.meta.dirname, "../..", folder, language, `${file}.json`), "utf8")) as Words;
  const found = all[part];
  if (found === undefined || typeof found === "string") throw new Error(`${folder}/${language}/${file}.json has no ${part}`);
  return found;
}

describe.each(LANGUAGES)("one thing has one word in %s", (language) => {
  it("for each state of an entry, on its page, in the lists of who holds what and on paper", () => {
    const states = words("web/locales", language, "entries", "states");
    expect(words("web/locales", language, "custody", "state")).toEqual(states);
    expect(words("server/locales", language, "print", "states")).toEqual(states);
  });

  it("for whoever holds an entry", () => {
    const { none, ...holders } = words("web/locales", language, "entries", "holder");
    expect(words("web/locales", language, "custody", "holder")).toEqual({ ...holders, NOBODY: none });
  });

  it("for the rows that a region claims for itself", () => {
    const own = words("web/locales", language, "entries", "list")["regional"];
    expect(words("web/locales", language, "custody", "funnel")["own"]).toBe(own);
    expect(words("web/locales", language, "standing", "metric")["SPD"]).toBe(own);
    expect(words("web/locales", language, "regions", "parts")["SPD"]).toBe(own);
  });

  it("for each state of a round", () => {
    const states = words("web/locales", language, "rounds", "state");
    expect(words("web/locales", language, "programmes", "states")).toEqual(states);
    expect(words("web/locales", language, "standing", "state")).toEqual(states);
    expect(words("web/locales", language, "regions", "rounds")["states"]).toEqual(states);
  });

  it("for acts on an entry, alone and with others", () => {
    const act = words("web/locales", language, "custody", "act");
    const bulk = words("web/locales", language, "custody", "bulk");
    expect([bulk["ENDORSE"], bulk["CHECK"], bulk["RETURN"], bulk["REMIND"]]).toEqual([
      act["endorse"],
      act["check"],
      act["return"],
      act["remind"],
    ]);
  });
});
