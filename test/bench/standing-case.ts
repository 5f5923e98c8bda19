import type { RunningApp } from "@isonga/server/app";
import { readStanding } from "@isonga/server/results/read-standing";
import pg from "pg";
import { median } from "./median.ts";
import { ROUND } from "./national.ts";

/** Each the middle of several times, in milliseconds; `bare` is one statement that only adds the same reports up. */
export type StandingResult = {
  readonly reports: number;
  readonly rows: number;
  readonly sectors: number;
  readonly districts: number;
  readonly bare: number;
};

/** The standing of a round over a country's reports of a year, from what the database has now: nothing of it is kept between two readings. */
export async function standingCase({ app, ownerUrl }: { readonly app: RunningApp; readonly ownerUrl: string }): Promise<StandingResult> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows: counted } = await client.query<{ count: number }>("select count(*)::int as count from monthly_report");
  const read = (level: string) => readStanding(app.operatorContext("bench"), { roundId: ROUND, level });
  const { rows, ineligible } = await read("SECTOR");
  const result = {
    reports: counted[0]?.count ?? 0,
    rows: rows.length + ineligible.length,
    sectors: await median(() => read("SECTOR")),
    districts: await median(() => read("DISTRICT")),
    bare: await median(() => client.query(SUMS)),
  };
  await client.end();
  return result;
}

const SUMS = `select jurisdiction_id, service_id, sum(carried_over), sum(received), sum(processed), sum(processed_in_time), sum(processing_hours),
  sum(self_applications), count(*) from monthly_report where state = 'APPROVED' group by jurisdiction_id, service_id`;
