import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addReportingCountry, GOOD_FIGURES, type ReportingCountry, typed } from "../../world/rounds/reporting-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const SET = `mutation ($input: SetReportingCalendarInput!) { setReportingCalendar(input: $input) {
  refusals { code field } calendar { country timeZone dueDay version } } }`;
const READ = "{ reportingCalendars { country name timeZone dueDay version viewerCan { set } } }";

type Payload = {
  readonly refusals: readonly { readonly code: string; readonly field: string | null }[];
  readonly calendar: { readonly version: number } | null;
};

describe("reports follow their country's calendar", () => {
  let world: World;
  let places: ReportingCountry;
  let staff: Client;
  let national: Client;
  let administrator: Client;

  const rwanda = { country: "RW", version: 1, timeZone: "Africa/Kigali", dueDay: 15 };
  const set = async (client: Client, change: object = {}) =>
    (await client.data<{ setReportingCalendar: Payload }>(SET, { input: { ...rwanda, ...change } })).setReportingCalendar;

  beforeAll(async () => {
    // Two days after the due day of October's reports.
    world = await createWorld({ now: "2022-11-12T09:00:00Z" });
    places = await addReportingCountry(world);
    staff = await world.person("Rose", [{ role: "STAFF", jurisdictionId: places.remera }]);
    national = await world.person("Claude", [{ role: "COORDINATOR", jurisdictionId: places.country }]);
    administrator = await world.person("Ange", [{ role: "ADMINISTRATOR" }]);
  });
  afterAll(() => world.stop());

  it("is set by administrators alone, and read by everybody signed in", async () => {
    expect(await world.visitor.refusal(READ)).toBe("UNAUTHENTICATED");
    expect(await world.visitor.refusal(SET, { input: rwanda })).toBe("UNAUTHENTICATED");
    expect(await staff.refusal(SET, { input: rwanda })).toBe("FORBIDDEN");
    expect(await national.refusal(SET, { input: rwanda })).toBe("FORBIDDEN");
    const calendar = { country: "RW", name: "Rwanda", timeZone: "Africa/Kigali", dueDay: 10, version: 1 };
    expect(await staff.data(READ)).toEqual({ reportingCalendars: [{ ...calendar, viewerCan: { set: false } }] });
    expect(await administrator.data(READ)).toEqual({ reportingCalendars: [{ ...calendar, viewerCan: { set: true } }] });
  });

  it("refuses an unknown zone, a day that not every month has, and an old version", async () => {
    const problems = await set(administrator, { timeZone: "Africa/Huye", dueDay: 29 });
    expect(problems.refusals).toEqual([
      { code: "INVALID_VALUE", field: "timeZone" },
      { code: "INVALID_VALUE", field: "dueDay" },
    ]);
    expect((await set(administrator, { dueDay: 0 })).refusals).toEqual([{ code: "INVALID_VALUE", field: "dueDay" }]);
    expect((await set(administrator, { version: 7 })).refusals).toEqual([{ code: "STALE_VERSION", field: "version" }]);
    expect((await set(administrator, { country: "XX", version: 0 })).refusals).toEqual([{ code: "NOT_FOUND", field: "country" }]);
  });

  it("counts what came in time by the day that is set, and lets one of two at once win", async () => {
    for (const serviceId of Object.values(places.services))
      await staff.data("mutation ($input: SaveReportFiguresInput!) { saveReportFigures(input: $input) { refusals { code } } }", {
        input: { jurisdictionId: places.remera, serviceId, month: "2022-10", changes: typed(GOOD_FIGURES) },
      });
    await staff.data("mutation ($input: SubmitReportsInput!) { submitReports(input: $input) { refusals { code } } }", {
      input: { jurisdictionId: places.remera, month: "2022-10" },
    });
    expect(await counts()).toEqual({ onTime: 0, late: 3 });
    const both = await Promise.all([set(administrator), set(administrator)]);
    expect(both.map(({ refusals }) => refusals.map(({ code }) => code).join()).sort()).toEqual(["", "STALE_VERSION"]);
    expect(await counts()).toEqual({ onTime: 3, late: 0 });
    const grid = 'query ($id: ID!) { reportGrid(jurisdictionId: $id, month: "2022-10") { dueAt } }';
    expect(await staff.data(grid, { id: places.remera })).toEqual({ reportGrid: { dueAt: "2022-11-15T22:00:00.000Z" } });
  });

  async function counts(): Promise<unknown> {
    const answer = await national.data<{ reportOverview: { counts: unknown } }>(
      'query ($id: ID!) { reportOverview(areaId: $id, from: "2022-10", to: "2022-10") { counts { onTime late } } }',
      { id: places.country },
    );
    return answer.reportOverview.counts;
  }
});
