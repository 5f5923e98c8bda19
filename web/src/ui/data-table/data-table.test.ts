import { expect, test } from "vitest";
import { type Column, compareValues, toCsv } from "./columns.ts";
import { readTableState, writeTableState } from "./use-table-state.ts";

test("figures sort as figures, words as people read them, nothing last", () => {
  expect(["10.5", "9.25", null, "100"].sort((a, b) => compareValues(a, b, true))).toEqual(["9.25", "10.5", "100", null]);
  expect(["Éburera", "huye", "Gasabo", null].sort((a, b) => compareValues(a, b, false))).toEqual(["Éburera", "Gasabo", "huye", null]);
  expect(["Sector 10", "Sector 9"].sort((a, b) => compareValues(a, b, false))).toEqual(["Sector 9", "Sector 10"]);
});

test("a table's state goes to the URL and back, beside other parameters and tables", () => {
  const state = { sort: { column: "score", descending: true }, filter: "huye & co", toggled: ["path"], compact: true };
  const search = writeTableState(new URLSearchParams("tab=results&sort=name"), "a.", state);
  expect(search.toString()).toBe("tab=results&sort=name&a.sort=-score&a.find=huye+%26+co&a.columns=path&a.density=compact");
  expect(readTableState(search, "a.")).toEqual(state);
  expect(readTableState(search, "")).toEqual({ sort: { column: "name", descending: false }, filter: "", toggled: [], compact: false });
});

test("what is as by default leaves no trace in the URL", () => {
  const search = new URLSearchParams("a.find=x&a.sort=n&b=1");
  expect(writeTableState(search, "a.", readTableState(new URLSearchParams(), "a.")).toString()).toBe("b=1");
});

test("CSV quotes what must be, keeps figures exact, and hands no formula to a spreadsheet", () => {
  type Row = { readonly name: string; readonly score: string | null };
  const columns: readonly Column<Row>[] = [
    { id: "name", header: 'Name, "official"', value: (row) => row.name },
    { id: "score", header: "Score", value: (row) => row.score, numeric: true },
  ];
  const rows = [
    { name: "=HYPERLINK(1)", score: "-61.160" },
    { name: "two\nlines", score: null },
  ];
  expect(toCsv(columns, rows)).toBe('\uFEFF"Name, ""official""",Score\r\n\'=HYPERLINK(1),-61.160\r\n"two\nlines",\r\n');
});
