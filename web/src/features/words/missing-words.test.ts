import { describe, expect, it } from "vitest";
import { KINDS, type MissingWords, narrowed, pageOf } from "./missing-words.ts";

const row = (kind: string, missing: MissingWords["missing"]): MissingWords => ({
  id: "7",
  kind,
  part: "names",
  country: "ID",
  code: "16.10",
  name: "Ogan Ilir",
  missing,
});

describe("words that are missing", () => {
  it("are narrowed by kind, by language, by both or not at all", () => {
    const rows = [row("ROUND", ["rw"]), row("ROUND", ["id", "rw"]), row("AGENCY", ["id"])];
    expect(narrowed(rows, { kind: "", language: "" })).toEqual(rows);
    expect(narrowed(rows, { kind: "ROUND", language: "" })).toEqual(rows.slice(0, 2));
    expect(narrowed(rows, { kind: "", language: "id" })).toEqual(rows.slice(1));
    expect(narrowed(rows, { kind: "ROUND", language: "id" })).toEqual([rows[1]]);
  });

  it("are written on the page of what they name", () => {
    expect(KINDS.map((kind) => pageOf(row(kind, ["rw"])))).toEqual([
      "rounds/programmes/16.10",
      "rounds/16.10/edit",
      "services/7",
      "places/ID/16.10/agencies/7",
      "places/ID/16.10/change",
    ]);
    expect(pageOf(row("STAGE", ["rw"]))).toBeNull();
  });
});
