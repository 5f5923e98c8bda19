import type { EntryForm } from "@isonga/schema/entry-form";
import { expect, test } from "vitest";
import { DEFAULT_FORM } from "./default-form.ts";
import review from "./default-form_review.json" with { type: "json" };
import { entryForm, formOf } from "./entry-form.ts";
import { type FormGround, fitForm } from "./fit-form.ts";

const words = (text: string) => ({ en: text, rw: text, id: text });
const row = (code: string, group?: string): FormGround["innovation"][number] => ({
  code,
  names: words(code),
  weight: 1,
  mandatory: false,
  levels: [words("1"), words("2"), words("3")],
  ...(group ? { group } : {}),
});
const GROUND: FormGround = {
  groups: [
    { code: "MEANS", names: words("Means") },
    { code: "USE", names: words("Use") },
  ],
  regional: [row("VISION", "MEANS"), row("BUDGET")],
  innovation: [row("REGULATION", "MEANS"), row("STAFF", "MEANS"), row("BENEFIT", "USE"), row("SPEED")],
};
const shape = ({ tasks }: EntryForm) => tasks.map(({ code, indicators }) => `${code}: ${indicators.join(" ")}`.trim());

test("the platform's form has about ten tasks, and asks for every row once, by its group, before the last look", () => {
  expect(shape(fitForm(DEFAULT_FORM, GROUND, "INNOVATION"))).toEqual([
    "about:",
    "kind:",
    "dates:",
    "design:",
    "results:",
    "links:",
    "rows-means: REGULATION STAFF",
    "rows-use: BENEFIT",
    "rows-other: SPEED",
    "review:",
  ]);
  expect(shape(fitForm(DEFAULT_FORM, GROUND, "REGIONAL"))).toEqual(["rows-means: VISION", "rows-other: BUDGET", "review:"]);
});

test("a form of one's own keeps its tasks, loses rows that are no more, gains those that are new, and asks of a copy what has changed", () => {
  const own: EntryForm = {
    tasks: [
      { code: "rows-means", title: words("Mine"), fields: [], indicators: ["STAFF", "GONE"] },
      { code: "end", title: words("End"), fields: [], indicators: [], last: true },
    ],
  };
  const fitted = fitForm(own, GROUND, "INNOVATION");
  expect(shape(fitted)).toEqual(["rows-means: STAFF", "rows-means-2: REGULATION", "rows-use: BENEFIT", "rows-other: SPEED", "end:"]);
  expect(fitted.tasks[0]?.fields.map(({ key }) => key)).toEqual(["whatChanged"]);
  expect(fitForm(fitted, GROUND, "INNOVATION")).toEqual(fitted);
});

test("what the database keeps of a form is read again the same", () => {
  expect(formOf(entryForm.parse(DEFAULT_FORM))).toEqual(DEFAULT_FORM);
});

test("every Kinyarwanda word of the platform's form is marked for review", () => {
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`);
    else if (typeof value === "object" && value !== null && "rw" in value) found.push(path);
    else if (typeof value === "object" && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, path === "" ? key : `${path}.${key}`);
  };
  walk(DEFAULT_FORM, "");
  expect([...review].sort()).toEqual(found.sort());
});
