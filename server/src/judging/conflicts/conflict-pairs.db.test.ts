import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../../../test/world/judging-world.ts";
import { refusalsOf } from "../../kernel/refusal.ts";
import { conflictOf, conflictPairs, refuseConflict } from "./conflict-pairs.ts";

let made: JudgingWorld;
/** E01 is of Ogan Ilir's registry, E02 of Muara Enim's health office. */
const entry = (reference: string) => made.entry(reference).id;
const judgeId = () => made.judge(1).id;
const ctx = () => made.world.app.operatorContext();

/** Every reason that keeps the first judge away: `E01 DETECTED SAME_PLACE`. */
async function found(): Promise<readonly string[]> {
  const references = new Map(made.entries.map(({ id, reference }) => [id, reference]));
  const pairs = await conflictPairs(ctx(), { roundId: made.roundId, judgeIds: [judgeId()] });
  return pairs.map(({ entryId, origin, kind }) => `${references.get(entryId)} ${origin} ${kind}`).sort();
}

const grant = (role: string, scope: string, id: string) =>
  made.sql(
    `insert into role_grant (id, person_id, role, scope, jurisdiction_id, agency_id) values (gen_random_uuid(), $1, $2, $3,
      case $3 when 'JURISDICTION' then $4::uuid end, case $3 when 'AGENCY' then $4::uuid end)`,
    [made.judge(1).personId, role, scope, id],
  );
const tie = (origin: string, column: "jurisdiction_id" | "agency_id" | "entry_id", id: string, kind = "EMPLOYMENT") =>
  made.sql(`insert into conflict (id, judge_id, kind, origin, ${column}, at) values (gen_random_uuid(), $1, $2, $3, $4, now())`, [
    judgeId(),
    kind,
    origin,
    id,
  ]);

beforeAll(async () => {
  made = await createJudgingWorld({ entries: 2, judges: 2, perEntry: 0 });
});
afterAll(() => made.stop());
beforeEach(async () => {
  await made.sql("delete from conflict");
  await made.sql("delete from role_grant where person_id = $1 and scope <> 'ROUND'", [made.judge(1).personId]);
  await made.sql("delete from entry_claim");
  await made.sql("update entry set created_by = null");
  await made.sql("update entry_answer set changed_by = null");
});

describe("a conflict is detected", () => {
  it("by nothing where there is none", async () => {
    expect(await found()).toEqual([]);
    expect(await conflictOf(ctx(), judgeId(), entry("E01"))).toBeNull();
  });

  it("by the area of the judge's office: the same, above or below", async () => {
    await grant("COORDINATOR", "JURISDICTION", made.country.ogan);
    expect(await found()).toEqual(["E01 DETECTED SAME_PLACE"]);
    await grant("HEAD", "JURISDICTION", made.country.province);
    expect(await found()).toEqual(["E01 DETECTED SAME_PLACE", "E01 DETECTED SAME_PLACE", "E02 DETECTED SAME_PLACE"]);
  });

  it("by the office itself, and by its area for entries of other offices there", async () => {
    await grant("STAFF", "AGENCY", made.country.registry);
    expect(await found()).toEqual(["E01 DETECTED SAME_AGENCY"]);
    await grant("STAFF", "AGENCY", made.country.health);
    expect(await found()).toEqual(["E01 DETECTED SAME_AGENCY", "E01 DETECTED SAME_PLACE"]);
  });

  it("not by a verifier's area", async () => {
    await grant("VERIFIER", "JURISDICTION", made.country.ogan);
    expect(await found()).toEqual([]);
  });

  it.each([
    ["began it", "update entry set created_by = $1 where id = $2"],
    ["answered in it", "update entry_answer set changed_by = $1 where entry_id = $2 and field = 'aim'"],
    [
      "claimed a level in it",
      `insert into entry_claim (id, entry_id, indicator, claimed, changed_by, changed_at) values (gen_random_uuid(), $2, 'X', 1, $1, now())`,
    ],
  ])("by the judge's own hand: they %s", async (_how, statement) => {
    await made.sql(statement, [made.judge(1).personId, entry("E02")]);
    expect(await found()).toEqual(["E02 DETECTED SAME_PERSON"]);
  });
});

describe("a conflict that is written down", () => {
  it("of an area holds for those above and below it", async () => {
    await tie("DECLARED", "jurisdiction_id", made.country.province, "FAMILY");
    expect(await found()).toEqual(["E01 DECLARED FAMILY", "E02 DECLARED FAMILY"]);
  });

  it("of an office holds for its entries, of an entry for that alone", async () => {
    await tie("DECLARED", "agency_id", made.country.registry);
    await tie("PINNED", "entry_id", entry("E02"), "OTHER");
    expect(await found()).toEqual(["E01 DECLARED EMPLOYMENT", "E02 PINNED OTHER"]);
  });

  it("counts no more once lifted", async () => {
    await tie("PINNED", "entry_id", entry("E02"));
    await made.sql("update conflict set lifted_at = now(), lifted_reason = 'A mistake'");
    expect(await found()).toEqual([]);
  });

  it("as cleared takes away what was detected and what follows from an area, not what was said of the entry or pinned", async () => {
    await grant("STAFF", "AGENCY", made.country.registry);
    await tie("DECLARED", "jurisdiction_id", made.country.province);
    await tie("CLEARED", "entry_id", entry("E01"), "OTHER");
    expect(await found()).toEqual(["E02 DECLARED EMPLOYMENT"]);
    await tie("DECLARED", "entry_id", entry("E01"), "AUTHORSHIP");
    await tie("PINNED", "jurisdiction_id", made.country.ogan, "FAMILY");
    expect(await found()).toEqual(["E01 DECLARED AUTHORSHIP", "E01 PINNED FAMILY", "E02 DECLARED EMPLOYMENT"]);
    expect(await conflictOf(ctx(), judgeId(), entry("E01"))).toMatchObject({ origin: "PINNED", detail: "Kabupaten Ogan Ilir" });
  });

  it("is said in words when it refuses", async () => {
    await refuseConflict(ctx(), { judgeId: judgeId(), entryId: entry("E01") });
    await tie("PINNED", "jurisdiction_id", made.country.ogan, "FAMILY");
    const refusals = await refuseConflict(ctx(), { judgeId: judgeId(), entryId: entry("E01"), field: "pairs[3]" }).then(
      () => [],
      (error: unknown) => refusalsOf(error),
    );
    expect(refusals).toMatchObject([
      {
        code: "JUDGE_CONFLICT",
        field: "pairs[3]",
        values: { judge: "J01", entry: "E01", kind: "FAMILY", origin: "PINNED", why: "set by the chair: family (Kabupaten Ogan Ilir)." },
      },
    ]);
  });
});
