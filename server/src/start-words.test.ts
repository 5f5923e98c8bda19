import en from "@isonga/schema/locales/en/start.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { databaseProblem, newerDatabaseProblem } from "./database/database-problems.ts";
import { operatorLocale } from "./env.ts";
import { folderProblem } from "./kept-text.ts";
import { listenProblem } from "./listen-problem.ts";
import { StartProblem } from "./problem.ts";
import { type StartKey, startProblem } from "./start-words.ts";

const KEYS = Object.keys(en) as StartKey[];
const failing = (code: string): Error => Object.assign(new Error(code), { code });

describe("what keeps Isonga from starting", () => {
  it.each([
    [{ LC_ALL: "rw_RW.UTF-8", LANG: "id_ID.UTF-8" }, "ukoreshwa n'indi porogaramu"],
    [{ LC_ALL: "", LC_MESSAGES: "id_ID", LANG: "rw_RW" }, "sedang dipakai program lain"],
    [{ LANG: "id" }, "sedang dipakai program lain"],
    [{ LANG: "C.UTF-8" }, "is taken by another program"],
    [{ LANG: "fr_FR.UTF-8" }, "is taken by another program"],
    [{}, "is taken by another program"],
  ])("is said in the language of %o", (environment, words) => {
    expect(startProblem("portTaken", { port: 4000 }, operatorLocale(environment)).sentence).toContain(`4000 ${words}`);
  });

  it.each(["rw", "id"])("is said in %s whole, with its mend, and otherwise than in English", (locale) => {
    for (const key of KEYS) {
      const said = startProblem(key, {}, locale);
      expect(said.message).not.toBe(startProblem(key, {}, "en").message);
      expect(said.mend).not.toBe(startProblem(key, {}, "en").mend);
      expect(said.sentence).not.toMatch(/[{}]/);
    }
  });

  it("is told from the error that it was, with what it is about", () => {
    const url = "postgres://ada:secret@db.example:5432/isonga";
    const said = [
      listenProblem(failing("EADDRINUSE"), "127.0.0.1", 4000),
      folderProblem(failing("EACCES"), "/data"),
      databaseProblem(failing("ECONNREFUSED"), url, "DATABASE_URL"),
      databaseProblem(failing("28P01"), url, "DATABASE_URL"),
      databaseProblem(failing("3D000"), url, "DATABASE_URL"),
      newerDatabaseProblem(["m9999-later"]),
    ].map((problem) => (problem instanceof StartProblem ? problem.sentence : "no problem"));
    for (const [index, about] of ["4000", "/data", "db.example:5432", "ada", "isonga", "m9999-later"].entries())
      expect(said[index]).toContain(about);
    expect(said.join(" ")).not.toContain("secret");
    const other = failing("EOTHER");
    expect([listenProblem(other, "", 1), folderProblem(other, ""), databaseProblem(other, url, "DATABASE_URL")]).toEqual([
      other,
      other,
      other,
    ]);
  });
});
