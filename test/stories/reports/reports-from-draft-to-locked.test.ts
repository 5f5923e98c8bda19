import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addReportingCountry, GOOD_FIGURES, type ReportingCountry, typed } from "../../world/rounds/reporting-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const SAVE = `mutation ($input: SaveReportFiguresInput!, $key: ID) { saveReportFigures(input: $input, idempotencyKey: $key) {
  refusals { code field values } report { id version state returnReason figures { carriedOver received processed processingHours } } } }`;
const SUBMIT = `mutation ($input: SubmitReportsInput!, $key: ID) { submitReports(input: $input, idempotencyKey: $key) {
  refusals { code field } reports { id version state } } }`;
const APPROVE = "mutation ($input: ApproveReportsInput!) { approveReports(input: $input) { refusals { code field } count } }";
const RETURN = "mutation ($input: ReturnReportsInput!) { returnReports(input: $input) { refusals { code field } count } }";
const LOCK = "mutation ($input: LockReportsInput!) { lockReports(input: $input) { refusals { code } count } }";
const REOPEN = "mutation ($input: ReopenReportsInput!) { reopenReports(input: $input) { refusals { code } count } }";
const GRID = `query ($id: ID!, $month: YearMonth!) { reportGrid(jurisdictionId: $id, month: $month) {
  currentMonth dueAt viewerCan { edit approve }
  rows { service { code name } expectedCarriedOver report { id state version returnReason viewerCan { edit approve return } } } } }`;
const OVERVIEW = `query ($id: ID!, $month: YearMonth!) { reportOverview(areaId: $id, from: $month, to: $month) {
  viewerCan { lock } counts { approved locked } } }`;

type Problem = { readonly code: string; readonly field: string | null; readonly values?: Record<string, unknown> };
type Saved = {
  readonly saveReportFigures: {
    readonly refusals: readonly Problem[];
    readonly report: {
      readonly id: string;
      readonly version: number;
      readonly state: string;
      readonly figures: Record<string, unknown>;
    } | null;
  };
};

describe("monthly reports go from draft to locked", () => {
  let world: World;
  let places: ReportingCountry;
  let remera: Client;
  let colleague: Client;
  let niboye: Client;
  let district: Client;
  let national: Client;
  let administrator: Client;

  const month = "2022-10";
  const at = (serviceId: string) => ({ jurisdictionId: places.remera, serviceId, month });
  const save = async (client: Client, input: object, key?: string) => (await client.data<Saved>(SAVE, { input, key })).saveReportFigures;

  beforeAll(async () => {
    world = await createWorld({ now: "2022-11-05T09:00:00Z" });
    places = await addReportingCountry(world);
    remera = await world.person("Rose", [{ role: "STAFF", jurisdictionId: places.remera }]);
    colleague = await world.person("Remy", [{ role: "STAFF", jurisdictionId: places.remera }]);
    niboye = await world.person("Nina", [{ role: "STAFF", jurisdictionId: places.niboye }]);
    district = await world.person("Diane", [{ role: "COORDINATOR", jurisdictionId: places.district }]);
    national = await world.person("Claude", [{ role: "COORDINATOR", jurisdictionId: places.country }]);
    administrator = await world.person("Ange", [{ role: "ADMINISTRATOR" }]);
  });
  afterAll(() => world.stop());

  it("gives staff of another sector nothing: no grid, no report, no count, no telling error", async () => {
    const { report } = await save(remera, { ...at(places.services.birth), changes: typed({ received: "4" }) });
    expect(await niboye.refusal(GRID, { id: places.remera, month })).toBe("FORBIDDEN");
    expect(await niboye.refusal(SAVE, { input: { ...at(places.services.birth), changes: typed({ received: "5" }) } })).toBe("FORBIDDEN");
    expect(await niboye.refusal(SUBMIT, { input: { jurisdictionId: places.remera, month } })).toBe("FORBIDDEN");
    expect(await niboye.data("query ($id: ID!) { node(id: $id) { id } }", { id: report?.id })).toEqual({ node: null });
    expect(await niboye.data("{ reports { nodes { id } } }")).toEqual({ reports: { nodes: [] } });
    const history = "query ($id: ID!) { reportHistory(reportId: $id) { id } }";
    const theirs = await niboye.ask(history, { id: report?.id });
    const nobodys = await niboye.ask(history, { id: "01890000-0000-7000-8000-000000000000" });
    expect(theirs).toEqual(nobodys);
    const overview = 'query ($id: ID!) { reportOverview(areaId: $id, from: "2022-10", to: "2022-10") { counts { drafted } } }';
    expect(await niboye.refusal(overview, { id: places.district })).toBe("FORBIDDEN");
    expect(await niboye.refusal(overview, { id: "no-id" })).toBe("INVALID_VALUE");
    expect(await world.visitor.refusal(GRID, { id: places.remera, month })).toBe("UNAUTHENTICATED");
  });

  it("refuses a future month, a service not delivered here, and what is no number", async () => {
    const input = { ...at(places.services.land), changes: typed({ received: "1" }) };
    expect(await remera.refusal(SAVE, { input: { ...input, month: "2022-12" } })).toBe("FUTURE_MONTH");
    expect(await district.refusal(SAVE, { input: { ...input, jurisdictionId: places.district } })).toBe("SERVICE_NOT_DELIVERED_HERE");
    expect(await remera.refusal(SAVE, { input: { ...input, changes: typed({ received: "1.5" }) } })).toBe("NOT_WHOLE");
    expect(await remera.refusal(SAVE, { input: { ...input, changes: typed({ received: "-1" }) } })).toBe("NEGATIVE");
  });

  it("lets two writers work on one report, and never overwrites a figure silently", async () => {
    const first = await save(remera, { ...at(places.services.land), changes: typed({ received: "10" }) });
    expect(first.report?.version).toBe(1);
    const seen = { ...at(places.services.land), version: 1 };
    const processed = await save(remera, { ...seen, changes: { processed: { from: null, to: "8" } } });
    expect(processed.report?.version).toBe(2);
    const other = await save(colleague, { ...seen, changes: { carriedOver: { from: null, to: "3" } } });
    expect(other.refusals).toEqual([]);
    expect(other.report?.figures).toMatchObject({ carriedOver: 3, received: 10, processed: 8 });
    const clash = await save(colleague, { ...seen, changes: { processed: { from: null, to: "9" }, carriedOver: { from: "3", to: "4" } } });
    expect(clash.refusals).toEqual([{ code: "STALE_VERSION", field: "changes.processed", values: { current: 8 } }]);
    expect(clash.report?.figures).toMatchObject({ carriedOver: 3, processed: 8 });
  });

  it("lets many writers begin the same report at once", async () => {
    const fields = ["carriedOver", "received", "processed", "processedInTime", "selfApplications"];
    const answers = await Promise.all(
      fields.map((field, index) =>
        save(index % 2 ? colleague : remera, { ...at(places.services.marriage), changes: typed({ [field]: "2" }) }),
      ),
    );
    expect(answers.flatMap((answer) => answer.refusals)).toEqual([]);
    const last = await save(remera, { ...at(places.services.marriage), version: 5, changes: typed({ processingHours: "2.50" }) });
    expect(last.report).toMatchObject({ version: 6, figures: { carriedOver: 2, received: 2, processed: 2, processingHours: "2.50" } });
  });

  it("does a repeated save once", async () => {
    const input = { ...at(places.services.birth), version: 1, changes: { received: { from: "4", to: "5" } } };
    const once = await save(remera, input, "one-save");
    const again = await save(remera, input, "one-save");
    expect(again).toEqual(once);
    expect(again.report?.version).toBe(2);
  });

  it("tells every problem at submission, by service and figure, and submits nothing then", async () => {
    const answer = await remera.data<{ submitReports: { refusals: Problem[] } }>(SUBMIT, {
      input: { jurisdictionId: places.remera, month },
    });
    const fields = answer.submitReports.refusals.map(({ code, field }) => `${code} ${field}`);
    expect(fields).toContain("REQUIRED services.BIRTH.processed");
    expect(fields).toContain("REQUIRED services.LAND.processedInTime");
    expect(fields).not.toContain("REQUIRED services.LAND.processed");
    const grid = await remera.data<{ reportGrid: { rows: { report: { state: string } }[] } }>(GRID, { id: places.remera, month });
    expect(grid.reportGrid.rows.map((row) => row.report.state)).toEqual(["DRAFT", "DRAFT", "DRAFT"]);
  });

  it("submits twice with one key once, and then has nothing left to submit", async () => {
    for (const serviceId of [places.services.birth, places.services.land])
      await save(remera, { ...at(serviceId), changes: await changesTo(remera, serviceId, GOOD_FIGURES) });
    const input = { jurisdictionId: places.remera, month };
    const once = await remera.data<{ submitReports: { reports: unknown[] } }>(SUBMIT, { input, key: "submit" });
    expect(await remera.data(SUBMIT, { input, key: "submit" })).toEqual(once);
    expect(once.submitReports.reports).toHaveLength(3);
    expect(await remera.refusal(SUBMIT, { input })).toBe("WRONG_STATE");
    expect(await remera.refusal(SAVE, { input: { ...at(places.services.birth), changes: typed({ received: "1" }) } })).toBe("WRONG_STATE");
  });

  it("is returned by the coordinator of the area alone, and with a reason", async () => {
    const [birth] = await submitted(district);
    const reports = [{ id: birth?.id, version: birth?.version }];
    expect(await remera.refusal(RETURN, { input: { reports, reason: "Look again" } })).toBe("FORBIDDEN");
    expect(await district.refusal(RETURN, { input: { reports, reason: "  " } })).toBe("REASON_REQUIRED");
    expect(await district.refusal(RETURN, { input: { reports: [{ id: birth?.id, version: 1 }], reason: "Look again" } })).toBe(
      "STALE_VERSION",
    );
    expect(await district.data(RETURN, { input: { reports, reason: "Received looks like two months" } })).toMatchObject({
      returnReports: { count: 1, refusals: [] },
    });
    const grid = await remera.data<{ reportGrid: { rows: { report: object }[] } }>(GRID, { id: places.remera, month });
    expect(grid.reportGrid.rows[0]?.report).toMatchObject({ state: "DRAFT", returnReason: "Received looks like two months" });
    expect(await remera.refusal(SUBMIT, { input: { jurisdictionId: places.remera, month } })).toBe(null);
  });

  it("is approved in bulk by who coordinates the area, and counts from then on", async () => {
    const input = { areaMonth: { areaId: places.district, month, onlyComplete: true } };
    expect(await remera.refusal(APPROVE, { input })).toBe("FORBIDDEN");
    expect(await sums(district)).toEqual({ reports: 0, received: "0", processingRate: null });
    expect(await district.data(APPROVE, { input })).toMatchObject({ approveReports: { count: 3 } });
    expect(await sums(district)).toEqual({ reports: 3, received: "98", processingRate: "0.8246" });
  });

  it("is locked by the country, then opened only by an administrator with a reason", async () => {
    const window = { areaId: places.province, from: month, to: month };
    expect(await district.refusal(LOCK, { input: window })).toBe("FORBIDDEN");
    const may = (client: Client) => client.data<Record<string, object>>(OVERVIEW, { id: places.district, month });
    expect(await may(district)).toEqual({ reportOverview: { viewerCan: { lock: false }, counts: { approved: 3, locked: 0 } } });
    expect(await may(national)).toMatchObject({ reportOverview: { viewerCan: { lock: true } } });
    expect(await national.data(LOCK, { input: window })).toMatchObject({ lockReports: { count: 3 } });
    expect(await may(national)).toMatchObject({ reportOverview: { counts: { approved: 3, locked: 3 } } });
    const [locked] = await submitted(national);
    const reports = [{ id: locked?.id, version: locked?.version }];
    expect(await national.refusal(RETURN, { input: { reports, reason: "Too late" } })).toBe("REPORT_LOCKED");
    expect(await national.refusal(REOPEN, { input: { reports, reason: "A court asks" } })).toBe("FORBIDDEN");
    expect(await administrator.data(REOPEN, { input: { reports, reason: "A court asks" } })).toMatchObject({ reopenReports: { count: 1 } });
  });

  it("keeps who changed what, when, before and after", async () => {
    const { reports } = await remera.data<{ reports: { nodes: { id: string; service: { code: string } }[] } }>(
      "query ($id: ID!) { reports(areaId: $id) { nodes { id service { code } } } }",
      { id: places.remera },
    );
    const birth = reports.nodes.find((report) => report.service.code === "BIRTH");
    const { reportHistory } = await remera.data<{ reportHistory: { by: string; verb: string; reason: string; changes: object[] }[] }>(
      "query ($id: ID!) { reportHistory(reportId: $id) { by verb reason changes { field before after } } }",
      { id: birth?.id },
    );
    expect(reportHistory.at(-1)).toMatchObject({ by: "Rose", verb: "saveReportFigures" });
    expect(reportHistory.at(-2)?.changes).toEqual([{ field: "received", before: "4", after: "5" }]);
    expect(reportHistory).toContainEqual({
      by: "Diane",
      verb: "returnReports",
      reason: "Received looks like two months",
      changes: [
        { field: "state", before: "SUBMITTED", after: "DRAFT" },
        { field: "returnReason", before: null, after: "Received looks like two months" },
      ],
    });
  });

  async function changesTo(client: Client, serviceId: string, figures: Readonly<Record<string, string>>) {
    const answer = await client.data<{
      reportGrid: { rows: { service: { id: string }; report: { figures: Record<string, unknown> } | null }[] };
    }>(
      `query ($id: ID!, $month: YearMonth!) { reportGrid(jurisdictionId: $id, month: $month) { rows { service { id }
        report { figures { carriedOver received processed processedInTime processingHours selfApplications } } } } }`,
      { id: places.remera, month },
    );
    const row = answer.reportGrid.rows.find(({ service }) => service.id === serviceId);
    const from = (field: string) => row?.report?.figures[field]?.toString() ?? null;
    return Object.fromEntries(Object.entries(figures).map(([field, to]) => [field, { from: from(field), to }]));
  }

  async function submitted(client: Client) {
    const answer = await client.data<{ reports: { nodes: { id: string; version: number; service: { code: string } }[] } }>(
      'query ($id: ID!) { reports(areaId: $id, from: "2022-10", to: "2022-10") { nodes { id version service { code } } } }',
      { id: places.remera },
    );
    return answer.reports.nodes.sort((a, b) => a.service.code.localeCompare(b.service.code));
  }

  async function sums(client: Client) {
    const answer = await client.data<{ areaSeries: object[] }>(
      'query ($id: ID!) { areaSeries(areaId: $id, from: "2022-10", to: "2022-10") { reports received processingRate } }',
      { id: places.district },
    );
    return answer.areaSeries[0];
  }
});
