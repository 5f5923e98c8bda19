import { atomically } from "@isonga/server/kernel/atomically";
import { createPerson } from "@isonga/server/people/create-person";
import pg from "pg";
import { Client } from "../world/client.ts";
import { save } from "./documents.ts";
import { compare, type Result, type Target } from "./measure.ts";

const PASSWORD = "a long enough password";

/** An officer's figure saved in a draft that was not there, through session, policy, transaction and audit; against one bare upsert with the audit trigger. */
export async function saveCase(target: Target): Promise<Result> {
  const { app, bareUrl } = target;
  const ctx = app.operatorContext("bench");
  const email = "staff@example.org";
  await atomically(ctx, { verb: "bench" }, () =>
    createPerson(ctx, { name: "Staff", email, language: "en", password: PASSWORD, grants: [{ role: "STAFF" }] }),
  );
  const officer = await new Client(app.url).signIn(email, PASSWORD);
  const cells = await cellsOf(target.ownerUrl);
  const take = (count: number) => cells.splice(0, count);
  return compare(target, "a saved report", [
    {
      way: "GraphQL",
      load: () => ({
        url: `${app.url}/graphql`,
        method: "POST",
        headers: { cookie: officer.cookieHeader, origin: app.url },
        body: null,
        bodies: take(6_000).map(({ place, service, month }) =>
          JSON.stringify({
            query: save.query,
            variables: { input: { jurisdictionId: place, serviceId: service, month, changes: { received: { from: null, to: "12" } } } },
          }),
        ),
        expect: '"refusals":[],"report":{"id":',
      }),
    },
    {
      way: "bare",
      load: () => ({
        url: `${bareUrl}/save`,
        method: "POST",
        headers: {},
        body: null,
        bodies: take(12_000).map(({ place, service, month }) => JSON.stringify({ values: [place, service, `${month}-01`, 12] })),
        expect: '"state":"DRAFT"',
      }),
    },
  ]);
}

type Cell = { readonly place: string; readonly service: string; readonly month: string };

/** Cells of years before the reports: each is saved once. */
async function cellsOf(ownerUrl: string): Promise<Cell[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<Cell>(
    `select j.id as place, s.id as service, to_char(m, 'YYYY-MM') as month from jurisdiction j, service s,
       generate_series('2019-01-01'::timestamp, '2020-12-01', '1 month') m where j.level = 'SECTOR' order by m, s.code, md5(j.code)`,
  );
  await client.end();
  return rows;
}
