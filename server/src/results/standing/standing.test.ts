import { expect, test } from "vitest";
import { sharedData } from "../../../../test/world/shared-data.ts";
import defaultInstrument from "../../programmes/service-performance-default.json" with { type: "json" };
import { servicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import { monthsIn, NO_TOTALS, sumReports } from "../../services/performance.ts";
import { rwandaAreas, rwandaReports } from "./rwanda-2022.fixture.ts";
import { computeStanding } from "./standing.ts";
import { serviceForm } from "./standings-json.ts";

test("the synthetic year 2022 gives exactly the standing stated for it, at three levels", () => {
  const areas = rwandaAreas();
  const { reports, services } = rwandaReports();
  const expected = JSON.stringify(JSON.parse(sharedData("rw_reports_2022_expected.json")));
  const instrument = servicePerformanceInstrument.parse(defaultInstrument);

  const start = performance.now();
  const sums = sumReports(reports, instrument.window);
  const expectedReports = services * monthsIn(instrument.window);
  const totals = areas
    .filter((area) => area.level === instrument.reportingLevel)
    .map(({ code }) => ({ ...(sums.get(code) ?? NO_TOTALS), code, expectedReports }));
  const summed = performance.now();
  const standing = computeStanding({ instrument, areas, totals });
  const done = performance.now();
  console.log(`${reports.length} reports summed in ${ms(summed - start)} ms, ${areas.length} subjects scored in ${ms(done - summed)} ms`);

  expect(JSON.stringify(serviceForm(instrument, standing))).toBe(expected);
});

function ms(duration: number): string {
  return duration.toFixed(0);
}
