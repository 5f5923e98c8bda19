import type { RunningApp } from "@isonga/server/app";
import { publishNow } from "@isonga/server/results/publications/publish-now";
import pg from "pg";
import { ROUND } from "./national.ts";

/** Each the best of so many times, in milliseconds; `bare` is the one statement that locks the reports, audited alike. */
export type PublishResult = { readonly reports: number; readonly publication: number; readonly bare: number };

const ROUNDS = 3;

/** A country's results published again as a correction, all its reports locked and each written into the audit record. */
export async function publishCase({ app, ownerUrl }: { readonly app: RunningApp; readonly ownerUrl: string }): Promise<PublishResult> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const [publication, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await open(client);
    bare.push(
      await milliseconds(() => client.query("update monthly_report set state = 'LOCKED', version = version + 1, updated_at = now()")),
    );
    await open(client);
    publication.push(await milliseconds(() => publishNow(app.operatorContext("bench"), { round: ROUND, reason: "Measured again" })));
  }
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from monthly_report where state = 'LOCKED'");
  await client.end();
  return { reports: rows[0]?.count ?? 0, publication: Math.min(...publication), bare: Math.min(...bare) };
}

/** The reports as they are before a round is published; without the history of it, and with their room back. */
async function open(client: pg.Client): Promise<void> {
  await client.query("alter table monthly_report disable trigger user");
  await client.query("update monthly_report set state = 'APPROVED'");
  await client.query("alter table monthly_report enable trigger user");
  await client.query("vacuum analyze monthly_report");
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
