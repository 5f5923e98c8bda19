import { expect, test } from "vitest";
import { literalsOfPages } from "./check-literals.ts";
import { literalsIn } from "./literals.ts";

test("pages have keys, not words", () => {
  expect(literalsOfPages()).toEqual([]);
});

test.each([
  ["text between tags", "<p>Saved</p>"],
  ["a string child", '<p>{"Injira"}</p>'],
  ["either side of a choice", '<p>{done ? "Saved" : t("saving")}</p>'],
  ["a template", "<p>{`${count} rows`}</p>"],
  ["a name for screen readers", '<button aria-label="Close" />'],
  ["a placeholder", '<input placeholder={"Cari"} />'],
  ["a column's heading", 'const column = { id: "x", header: "District" }'],
  ["the page's title", 'document.title = "Home"'],
])("finds %s", (_what, code) => {
  expect(literalsIn("page.tsx", `${code};`)).toHaveLength(1);
});

test.each([
  '<p>{t("saved")}</p>',
  '<p className="wide">{count} · 12 %</p>',
  "<p>–</p>",
  '<Icon name="home" />',
  "<p title={t(`x.${key}`)} />",
])("lets %s be", (code) => {
  expect(literalsIn("page.tsx", `${code};`)).toEqual([]);
});
