import type { PublicationSnapshot } from "@isonga/schema/published-result";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../../test/world/database.ts";
import { type Connected, connect } from "../../../../test/world/operator.ts";
import { IGA_2023, type Iga2023, loadIga2023 } from "../../../../test/world/rounds/iga-2023.ts";
import { sharedData } from "../../../../test/world/shared-data.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import { loadRound } from "../load-round.ts";
import { openChecksum } from "../publications/open-part.ts";
import { preparePublication } from "../publications/prepare-publication.ts";
import { publishNow } from "../publications/publish-now.ts";
import { recomputePublication } from "../publications/recompute-publication.ts";
import { readComparison, readWhy } from "../read-why.ts";
import { loadRoundStanding, loadStandingToKeep } from "../round-standing.ts";
import { standingsForm } from "../standings-form.ts";

let database: TestDatabase;
let connected: Connected;
let iga: Iga2023;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  iga = await loadIga2023(database.ownerUrl);
  connected = await connect(database.appUrl);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await connected.stop();
  await database.drop();
});

describe("a round scored by an innovation index", () => {
  it("has exactly the indices stated for 2023, claimed and verified", async () => {
    const ctx = connected.context();
    const form = standingsForm(await loadRoundStanding(ctx, await loadRound(ctx, IGA_2023)));
    const { note: _note, ...expected } = JSON.parse(sharedData("id_iga_2023_expected.json")) as Record<string, unknown>;
    expect(form).toEqual(expected);
  });

  it("ranks by the verified index, and the parts of every score add up to it", async () => {
    const ctx = connected.context();
    const { standing } = await loadRoundStanding(ctx, await loadRound(ctx, IGA_2023));
    const ranked = standing.levels.find(({ level }) => level === "REGENCY_CITY")?.ranked ?? [];
    expect(ranked).toHaveLength(17);
    expect(ranked[0]).toMatchObject({ rank: 1, score: "61.16", subject: { code: "16.10" } });
    for (const row of ranked) {
      expect(roundHalfUp(sum(row.metrics.map(({ exact }) => fraction(exact.contribution))), 2)).toBe(row.score);
      expect(row.metrics.map(({ metric }) => metric)).toEqual(["SPD", "MATURITY", "COUNT"]);
    }
    const scores = ranked.map(({ score }) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("is the same by the sums that the database makes as by the levels of every entry", async () => {
    const ctx = connected.context();
    const round = await loadRound(ctx, IGA_2023);
    const [seen, kept] = [await loadRoundStanding(ctx, round), await loadStandingToKeep(ctx, round)];
    expect(seen.standing).toEqual(kept.standing);
    expect(seen.scoring.counted).toEqual(kept.scoring.counted);
    expect(standingsForm(seen)).toEqual(standingsForm(kept));
    for (const { subject } of kept.standing.levels.flatMap(({ ranked, ineligible }) => [...ranked, ...ineligible])) {
      expect(seen.scoring.facts(subject.code)).toEqual(kept.scoring.facts(subject.code));
      expect(seen.scoring.why(subject.code)).toEqual(kept.scoring.why(subject.code));
    }
  });

  it("says why, and what two differ in", async () => {
    const ctx = connected.context();
    const why = await readWhy(ctx, { roundId: iga.roundId, subjectId: iga.area("16.10") });
    expect(why).toMatchObject({ rank: 1, score: "61.16", totals: null, index: { divisor: 10, basicAffairsAtLeast: null } });
    expect(why.index?.verified).toMatchObject({ innovations: 90, category: "SANGAT_INOVATIF", categoryName: "Very innovative" });
    const total = sum(why.steps.map(({ numerator, denominator }) => fraction(numerator).div(fraction(denominator))));
    expect(roundHalfUp(total, 2)).toBe("152.90");
    const compared = await readComparison(ctx, { roundId: iga.roundId, firstId: iga.area("16.10"), secondId: iga.area("16.01") });
    expect(compared).toMatchObject({ first: { index: { verified: { index: "61.16" } } }, second: { rank: expect.any(Number) as number } });
  });

  it("publishes what verifying a sample found, and nothing where none was drawn", async () => {
    const sample = async () => (await preparePublication(connected.context(), await loadRound(connected.context(), IGA_2023))).body.sample;
    expect(await sample()).toBeNull();
    const { rows: drawn } = await owner.query<{ id: string }>(
      `update entry set sampled = true where id in (select id from entry where kind = 'INNOVATION' order by id limit 54) returning id`,
    );
    await owner.query(
      `insert into verification_sample (id, round_id, percent, stratified_by, seed, size, out_of, drawn_at)
       values (gen_random_uuid(), $1, 10, 'NONE', '2023', 54, 534, now())`,
      [iga.roundId],
    );
    const { rows: counted } = await owner.query<{ rows: number; differing: number; rate: string; meanDifference: string }>(
      `select count(*)::int as rows, (count(*) filter (where claimed <> verified))::int as differing,
         round(100.0 * count(*) filter (where claimed <> verified) / count(*), 2)::text as rate,
         round(sum(verified - claimed)::numeric / count(*), 4)::text as "meanDifference"
       from entry_claim where entry_id = any($1) and claimed + verified > 0`,
      [drawn.map(({ id }) => id)],
    );
    expect(counted[0]?.differing).toBeGreaterThan(0);
    const drawing = { percent: "10.00", stratifiedBy: "NONE", seed: "2023", size: 54, outOf: 534, verified: 54 };
    expect(await sample()).toEqual({ ...drawing, ...counted[0] });
  });

  it("is published with what it takes to compute it again, and is not changed by what changes later", async () => {
    const published = await publishNow(connected.context(), { round: IGA_2023, acceptProposals: true });
    expect(published).toMatchObject({ number: 1, isPublic: true });
    const agreed = { number: 1, checksumMatches: true, rowsMatch: true, ownFiguresAgree: true };
    expect(await recomputePublication(connected.context(), iga.roundId, 1)).toEqual({
      ...agreed,
      currentFiguresAgree: true,
      differing: [],
    });
    const { rows } = await owner.query<{ snapshot: PublicationSnapshot; open: string }>(
      "select snapshot, open_checksum as open from publication",
    );
    expect(rows[0]?.open).toBe(rows[0] && openChecksum(rows[0].snapshot));
    expect(rows[0]?.snapshot.inputs.entries?.innovations).toHaveLength(534);
    expect(rows[0]?.snapshot.sample).toMatchObject({ size: 54, outOf: 534 });
    await owner.query(
      "update entry_claim set verified = 0 where entry_id in (select id from entry where kind = 'REGIONAL' and jurisdiction_id = $1)",
      [iga.area("16.10")],
    );
    const later = await recomputePublication(connected.context(), iga.roundId, 1);
    expect(later).toEqual({ ...agreed, currentFiguresAgree: false, differing: expect.arrayContaining(["16.10"]) as string[] });
  });

  it("ranks nobody of whom nothing is verified", async () => {
    await owner.query("update entry set state = 'CHECKED' where jurisdiction_id = $1", [iga.area("16.02")]);
    const ctx = connected.context();
    const { standing, scoring } = await loadRoundStanding(ctx, await loadRound(ctx, IGA_2023));
    const out = standing.levels.find(({ level }) => level === "REGENCY_CITY")?.ineligible ?? [];
    expect(out.map(({ subject, reasons }) => [subject.code, reasons.map(({ code }) => code)])).toEqual([["16.02", ["NOTHING_VERIFIED"]]]);
    expect(scoring.facts("16.02").index).toMatchObject({ claimed: { index: "39.06" }, verified: { index: "0.00" } });
    expect((await readWhy(ctx, { roundId: iga.roundId, subjectId: iga.area("16.02") })).requirements).toMatchObject([
      { code: "NOTHING_VERIFIED", met: false, missing: "1" },
    ]);
  });
});
