import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { addInnovationCountry, type InnovationCountry } from "../../world/entries/innovation-round.ts";
import { openJuryRound } from "../../world/judging/jury-round.ts";
import { createWorld, type World } from "../../world/world.ts";
import { operate } from "../operator/imports.operator.ts";
import { type Run, sendFile, startRun, uploadFile } from "../reports/imports.helper.ts";

const ROUND = "kipp-2026";
const HEADER = "region,agency,innovation,form,digital,stage,affair,verified";
const GOOD = [HEADER, "16.10,Dinas Kesehatan,Jemput bola,PUBLIC_SERVICE,ya,APPLIED,HEALTH,ya", "16.03,DINKES,Loket daring,OTHER,tidak,,,"];

describe("entries of a jury's round come by file", () => {
  let world: World;
  let country: InnovationCountry;
  let administrator: Client;
  let owner: pg.Client;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld({ now: "2026-06-10T03:00:00Z" });
    country = await addInnovationCountry(world);
    administrator = await world.person("Ani", [{ role: "ADMINISTRATOR" }]);
    await openJuryRound(administrator, {}, ROUND);
    owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    folder = await mkdtemp(join(tmpdir(), "isonga-jury-file-"));
  });
  afterAll(async () => {
    await owner.end();
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (
    lines: readonly string[],
    more: { readonly who?: Client; readonly dryRun?: boolean; readonly state?: string } = {},
  ): Promise<Run> =>
    sendFile(more.who ?? administrator, {
      kind: "INNOVATIONS",
      text: lines.join("\n"),
      name: "entries.csv",
      dryRun: more.dryRun ?? false,
      options: { round: ROUND, ...(more.state ? { state: more.state } : {}) },
    });
  const refusalsOf = ({ refusals }: Run) => refusals.nodes.map(({ line, column, code }) => `${line} ${column ?? ""} ${code}`);
  const entries = async () =>
    (
      await owner.query(`select e.title, e.state, j.code as region, i.affairs, (select count(*)::int from entry_claim k where k.entry_id = e.id) as claims,
        (select string_agg(v.act, ' ' order by v.id) from entry_event v where v.entry_id = e.id) as acts
        from entry e join jurisdiction j on j.id = e.jurisdiction_id join innovation i on i.id = e.innovation_id order by e.title`)
    ).rows;
  const operator = (...args: string[]) =>
    operate(args, { DATABASE_URL: world.database.appUrl, DATABASE_OWNER_URL: world.database.ownerUrl, ISONGA_DATA: folder });
  const written = async (lines: readonly string[]): Promise<string> => {
    const file = join(folder, "entries.csv");
    await writeFile(file, `${lines.join("\n")}\n`);
    return file;
  };

  it("is refused to judges, staff and heads, and to a coordinator for another's region or what is verified", async () => {
    const judge = await world.person("Jude", [
      { role: "JUDGE", roundId: (await owner.query("select id from round where code = $1", [ROUND])).rows[0].id },
    ]);
    const head = await world.person("Hadi", [{ role: "HEAD", agencyId: country.health }]);
    for (const who of [judge, head]) {
      const started = await startRun(who, {
        kind: "INNOVATIONS",
        fileKey: await uploadFile(who, "entries.csv", GOOD.join("\n")),
        options: { round: ROUND },
      });
      expect(["FORBIDDEN", "NOT_FOUND"]).toContain(started);
    }
    const muara = await world.person("Muara", [{ role: "COORDINATOR", jurisdictionId: country.muara }]);
    expect(refusalsOf(await send(GOOD, { who: muara }))).toEqual(["2 region FORBIDDEN"]);
    const verified = { round: ROUND, state: "VERIFIED" };
    expect(
      await startRun(muara, { kind: "INNOVATIONS", fileKey: await uploadFile(muara, "entries.csv", GOOD[0] ?? ""), options: verified }),
    ).toBe("FORBIDDEN");
    expect(await entries()).toEqual([]);
  });

  it("is refused row by row, also for levels that a jury does not ask for, and then nothing is written", async () => {
    const wrong = await send([
      `${HEADER},claimed`,
      "16.10,Dinas Kesehatan,Has levels,,,,,ya,0123",
      "16.10,Dinas Kesehatan,Perhaps,,,,,mungkin,",
      "16.10,Dinas Kesehatan,No such affair,,,,MAGIC,,",
      "17.01,Dinas Kesehatan,Outside the place,,,,,,",
      "16.10,Dinas Kesehatan,Twice,,,,,,",
      "16.10,dinas kesehatan,TWICE,,,,,,",
    ]);
    expect(refusalsOf(wrong)).toEqual([
      "2 claimed LEVELS_WRONG",
      "3 verified INVALID_VALUE",
      "4 affair UNKNOWN_REFERENCE",
      "5 region UNKNOWN_REFERENCE",
      "7  ROW_TWICE",
    ]);
    expect(await entries()).toEqual([]);
    const regional = await sendFile(administrator, { kind: "REGIONAL", text: "region,levels\n16.10,0123", options: { round: ROUND } });
    expect(refusalsOf(regional)).toEqual(["1 round WRONG_ROUND_KIND"]);
  });

  it("shows in a dry run what it would do, and does it: each has been through the hands that its row says", async () => {
    expect(await send(GOOD, { dryRun: true })).toMatchObject({ state: "DONE", rowsNew: 2, rowsRefused: 0 });
    expect(await entries()).toEqual([]);
    expect(await send(GOOD)).toMatchObject({ state: "DONE", rowsNew: 2, rowsRefused: 0 });
    expect(await entries()).toEqual([
      { title: "Jemput bola", state: "VERIFIED", region: "16.10", affairs: ["HEALTH"], claims: 0, acts: "submit endorse check verify" },
      { title: "Loket daring", state: "SUBMITTED", region: "16.03", affairs: [], claims: 0, acts: "submit" },
    ]);
  });

  it("changes nothing when it comes again, by the page or the command line, and just what a corrected file says", async () => {
    const audited = async () =>
      (await owner.query("select count(*)::int as n from audit_event where subject_type in ('entry', 'innovation', 'entry_event')")).rows[0]
        .n;
    const before = await audited();
    expect(await send(GOOD)).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 2 });
    const again = await operator("import", "innovations", await written(GOOD), "--round", ROUND);
    expect(again.out).toContain("0 new, 0 changed, 2 unchanged");
    expect(await audited()).toBe(before);
    const more = [...GOOD.slice(0, 2), `${GOOD[2] ?? ""}yes`, "16.03,DINKES,Baru,,,,HEALTH;REGISTRY,"];
    const tried = await operator("import", "innovations", await written(more), "--round", ROUND, "--dry-run");
    expect(tried.out).toContain("1 new, 1 changed, 1 unchanged");
    expect(await audited()).toBe(before);
    expect((await operator("import", "innovations", await written(more), "--round", ROUND)).code).toBe(0);
    expect((await entries()).map(({ title, state, acts }) => [title, state, acts])).toEqual([
      ["Baru", "SUBMITTED", "submit"],
      ["Jemput bola", "VERIFIED", "submit endorse check verify"],
      ["Loket daring", "VERIFIED", "submit endorse check verify"],
    ]);
  });

  it("says in the command's help what the file of a jury's round has", async () => {
    const { out, err } = await operator("import", "innovations", "--help");
    expect(`${out}${err}`.replace(/\s+/g, " ")).toContain("no levels");
  });
});
