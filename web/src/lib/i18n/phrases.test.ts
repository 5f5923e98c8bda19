import { globSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { LANGUAGES, type Language } from "@isonga/schema/languages";
import { describe, expect, test } from "vitest";

/** Every file of phrases: the pages' own, and those that server and pages share. */
const folders = [resolve(import.meta.dirname, "../../../locales"), resolve(import.meta.dirname, "../../../../schema/locales")];

describe.each(folders)("phrases in %s", (folder) => {
  const names = namesIn(folder);

  test("there are some", () => {
    expect(names.length).toBeGreaterThan(0);
  });

  describe.each(names)("%s", (name) => {
    test.each(["rw", "id"] as const)("has the keys of English in %s, and no others", (language) => {
      expect(problemsOf(read(folder, "en", name), read(folder, language, name), language)).toEqual([]);
    });
  });

  test("what is marked for review exists", () => {
    const review = readReview(folder);
    const missing = Object.entries(review).flatMap(([name, keys]) => {
      const phrases = names.includes(name) ? read(folder, "rw", name) : new Map<string, string>();
      return keys.filter((key) => !coversSome(phrases, key)).map((key) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
  });
});

test("a missing key, an extra key, another variable and an empty phrase are each found", () => {
  const english = flatten({ a: "Hello {{name}}", n_one: "{{count}} row", n_other: "{{count}} rows", c: "x" });
  expect(problemsOf(english, flatten({ a: "Halo {{nama}}", n_other: "{{count}} baris", c: " ", d: "y" }), "id")).toEqual([
    "a: its variables are {{nama}}, English has {{name}}",
    "c: empty",
    "d: not in English",
  ]);
  expect(problemsOf(english, flatten({ a: "{{name}}", n_other: "{{count}}", c: "x" }), "rw")).toEqual(["n_one: missing"]);
});

function namesIn(folder: string): readonly string[] {
  const files = LANGUAGES.flatMap((language) => globSync(`${folder}/${language}/*.json`).map((file) => basename(file, ".json")));
  return [...new Set(files)].filter((name) => !name.startsWith("_")).sort();
}

/** What a language lacks, has too much or says with other variables. Indonesian has one plural form, the others two. */
function problemsOf(english: ReadonlyMap<string, string>, phrases: ReadonlyMap<string, string>, language: Language): readonly string[] {
  const wanted = new Map([...english].filter(([key]) => language !== "id" || !isSingular(key, english)));
  const missing = [...wanted.keys()].filter((key) => !phrases.has(key)).map((key) => `${key}: missing`);
  const others = [...phrases].flatMap(([key, phrase]) => {
    const original = wanted.get(key);
    if (original === undefined) return [`${key}: not in English`];
    if (phrase.trim() === "") return [`${key}: empty`];
    if (variables(phrase) === variables(original)) return [];
    return [`${key}: its variables are ${variables(phrase)}, English has ${variables(original)}`];
  });
  return [...missing, ...others];
}

function isSingular(key: string, english: ReadonlyMap<string, string>): boolean {
  return key.endsWith("_one") && english.has(key.replace(/_one$/, "_other"));
}

function variables(phrase: string): string {
  return [...phrase.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)]
    .map((match) => `{{${match[1]}}}`)
    .filter(isFirst)
    .sort()
    .join(" ");
}

function isFirst(value: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(value) === index;
}

function read(folder: string, language: Language, name: string): ReadonlyMap<string, string> {
  return flatten(JSON.parse(readFileSync(`${folder}/${language}/${name}.json`, "utf8")));
}

function readReview(folder: string): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(`${folder}/rw/_review.json`, "utf8"));
}

/** A key may name a phrase, a group, or a plural by its stem. */
function coversSome(phrases: ReadonlyMap<string, string>, key: string): boolean {
  return [...phrases.keys()].some((candidate) => candidate === key || candidate.startsWith(`${key}.`) || candidate.startsWith(`${key}_`));
}

function flatten(tree: unknown, path = ""): ReadonlyMap<string, string> {
  if (typeof tree === "string") return new Map([[path, tree]]);
  if (typeof tree !== "object" || tree === null) throw new TypeError(`Neither phrase nor group: ${path}`);
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...flatten(value, path === "" ? key : `${path}.${key}`)]));
}
