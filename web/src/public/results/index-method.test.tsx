import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../words.ts";
import { type IndexDefinition, IndexMethod } from "./index-method.tsx";

const definition: IndexDefinition = {
  kind: "INNOVATION_INDEX",
  regional: [{ weight: "1.5" }],
  innovation: [{ weight: "2" }],
  parameters: { divisor: 10, cap: 50, perInnovation: "0.2", maximum: "20.5", affairs: null, categories: [] },
  tieBreaks: [],
};
const sample = {
  percent: "10.00",
  stratifiedBy: "AGENCY",
  size: 54,
  outOf: 1534,
  verified: 50,
  rows: 1000,
  differing: 267,
  rate: "26.70",
};
const page = (language: "en" | "rw" | "id", of: typeof sample | null) =>
  renderToStaticMarkup(<IndexMethod words={wordsOf(language)} definition={definition} sample={of} />);

describe("the method of an index on the public page", () => {
  it("says what a sample found, in each language and its own numbers", () => {
    expect(page("en", sample)).toContain("54 of 1,534 entries (10 %) were drawn by chance");
    expect(page("en", sample)).toContain("in 267 of 1,000 rows: a discrepancy rate of 26.70 %.");
    expect(page("id", sample)).toContain("54 dari 1.534 usulan (10 %) diundi");
    expect(page("id", sample)).toContain("tingkat selisih 26,70 %.");
    expect(page("rw", sample)).toMatch(/54 \(10 %\) zatoranyijwe/);
  });

  it("says nothing of it where none was drawn", () => {
    expect(page("en", null)).not.toContain("drawn by chance");
  });
});
