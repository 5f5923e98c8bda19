import type { RunningApp } from "@isonga/server/app";
import { loadIndexRound } from "@isonga/server/innovations/index/index-round";
import { readAgencyIndices, readRegionalIndices } from "@isonga/server/innovations/index/read-regional-index";
import { regionIndex, regionIndices } from "@isonga/server/innovations/index/region-index";
import { loadRound } from "@isonga/server/results/load-round";
import { loadRoundStanding } from "@isonga/server/results/round-standing";
import pg from "pg";
import { median } from "./median.ts";
import { INDEX_ROUND, makeInnovations, type Size } from "./nation-of-innovations.ts";

/** What was measured, each as the median of several times, in milliseconds. */
export type IndexResult = {
  readonly size: Size;
  readonly all: number;
  readonly standing: number;
  readonly oneAfterChange: number;
  readonly page: number;
  readonly deepPage: number;
  readonly pageAnew: number;
  readonly offices: number;
};

/**
 * The index at the size of a nation: both indices of all regions; the same with ranks, ties and reasons; one region right after a level in it
 * was changed; a page of fifty regions as it was asked before, the first, one in the middle, and one in all of whose regions something changed; a
 * region's offices.
 */
export async function indexCase({ app, ownerUrl }: { readonly app: RunningApp; readonly ownerUrl: string }): Promise<IndexResult> {
  const size = await makeInnovations(ownerUrl);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    "select id from jurisdiction where country = 'ID' and level = 'REGENCY_CITY' order by code limit 1 offset 100",
  );
  const region = rows[0]?.id ?? "";
  const fresh = () => app.operatorContext("bench");
  const ctx = fresh();
  const round = await loadIndexRound(ctx, INDEX_ROUND);
  const first = await readRegionalIndices(ctx, INDEX_ROUND, { first: 50 });
  const second = await readRegionalIndices(ctx, INDEX_ROUND, { first: 50, after: first.pageInfo.endCursor });
  const change = async () => {
    await client.query(
      `update entry_claim set verified = (verified + 1) % 4 where id = (select k.id from entry_claim k join entry e on e.id = k.entry_id
       where e.jurisdiction_id = $1 and e.kind = 'INNOVATION' limit 1)`,
      [region],
    );
  };
  const touchAll = async () => {
    await client.query("insert into index_touch (jurisdiction_id) select id from jurisdiction where country = 'ID'");
  };
  const result = {
    size,
    all: await median(() => regionIndices(ctx, round)),
    standing: await median(async () => loadRoundStanding(ctx, await loadRound(ctx, INDEX_ROUND))),
    oneAfterChange: await median(() => regionIndex(ctx, round, region), change),
    page: await median(() => readRegionalIndices(fresh(), INDEX_ROUND, { first: 50 })),
    deepPage: await median(() => readRegionalIndices(fresh(), INDEX_ROUND, { first: 50, after: second.pageInfo.endCursor })),
    pageAnew: await median(() => readRegionalIndices(fresh(), INDEX_ROUND, { first: 50 }), touchAll),
    offices: await median(() => readAgencyIndices(fresh(), { roundId: INDEX_ROUND, jurisdictionId: region }, { first: 50 })),
  };
  await client.end();
  return result;
}
