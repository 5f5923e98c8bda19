import { remindCustody } from "@isonga/server/innovations/custody/reminders/remind-custody";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { openPostOffice, type PostOffice } from "../../world/outside/post-office.ts";

const STAGES = `query ($id: ID!) { node(id: $id) { ... on Round { version stages { code kind names { en rw id } startsAtLocal endsAtLocal graceMinutes } } } }`;
const SET = `mutation ($input: SetStagesInput!) { setStages(input: $input) { refusals { code field } } }`;

describe("letters about entries are written once, in the reader's language", () => {
  let here: CustodyWorld;
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
    here = await createCustodyWorld({ smtpUrl: office.url });
  });
  afterAll(async () => {
    await here.stop();
    await office.stop();
  });
  const remind = (instant: string) => {
    here.world.clock.turnTo(instant);
    return remindCustody(here.world.app.operatorContext());
  };

  it("tells authors what was returned, with the reasons and nothing run", async () => {
    const id = await here.entryIn("SUBMITTED", "Judul <b>tebal</b>");
    await here.step(here.people.hadi, "return", id, {
      reason: "Lihat lagi <script>alert(1)</script>",
      fieldReasons: [{ field: "design", reason: "Apa yang baru?" }],
    });
    const letter = await office.nextTo("sari@example.org");
    expect(letter.subject).toBe("Dikembalikan: Judul <b>tebal</b>");
    expect(letter.text).toContain("Hadi mengembalikan usulan ini");
    expect(letter.text).toMatch(/- .+: Apa yang baru\?/);
    expect(letter.text).toContain(`/id/app/entries/${id}`);
    expect(letter.html).not.toMatch(/<script|<b>/);
  });

  it("reminds of the deadline a week and two days before, in one letter, in the morning of the round's zone", async () => {
    for (const title of ["Draf satu", "Draf dua"]) await here.draft(title);
    expect(await remind("2026-06-22T03:00:00Z")).toBe(2); // what came back has been with Sari for long; nothing is due yet
    expect((await office.nextTo("sari@example.org")).subject).toContain("menunggu Anda");
    expect((await office.nextTo("kartika@example.org")).subject).toContain("have waited long");
    expect(await remind("2026-06-23T22:00:00Z")).toBe(0); // five in the morning in Jakarta
    expect(await remind("2026-06-24T01:30:00Z")).toBe(1);
    const letter = await office.nextTo("sari@example.org");
    expect(letter.subject).toContain("sudah dekat");
    expect(letter.text).toContain("- Draf satu (Dinas Kependudukan dan Pencatatan Sipil): 1 Juli 2026 pukul 00.00");
    expect(letter.text).toContain("- Draf dua");
    expect(await remind("2026-06-24T05:30:00Z")).toBe(0);
    expect(await remind("2026-06-26T05:30:00Z")).toBe(0);
    expect(await remind("2026-06-29T02:00:00Z")).toBe(1);
    expect(await remind("2026-06-29T03:00:00Z")).toBe(0);
    await office.nextTo("sari@example.org");
  });

  it("writes to who holds an entry for five days and to the coordinator, each once", async () => {
    here.world.clock.turnTo("2026-06-29T04:00:00Z");
    await here.entryIn("SUBMITTED", "Menunggu kepala");
    expect(await remind("2026-07-03T04:00:00Z")).toBe(0);
    expect(await remind("2026-07-04T04:00:30Z")).toBe(2);
    const toHead = await office.nextTo("hadi@example.org");
    expect(toHead.subject).toContain("Hari dosiye za");
    expect(toHead.text).toMatch(/- Menunggu kepala .*: kuva 29 Kamena 2026/);
    const above = await office.nextTo("kartika@example.org");
    expect(above.text).toContain("Menunggu kepala (Dinas Kependudukan dan Pencatatan Sipil), Head of office: since 29 June 2026");
    expect(await remind("2026-07-05T04:00:30Z")).toBe(0);
    expect(await here.sql("select from letter where recipient = 'muara@example.org'")).toEqual([]);
  });

  it("announces changed dates to everybody who takes part, once however often it is delivered", async () => {
    const { node } = await here.admin.data<{ node: { version: number; stages: Record<string, unknown>[] } }>(STAGES, { id: here.roundId });
    const stages = node.stages.map(({ startsAtLocal, endsAtLocal, ...stage }) => ({
      ...stage,
      startsAt: startsAtLocal,
      endsAt: stage["kind"] === "SUBMISSION" ? "2026-07-10T00:00" : endsAtLocal,
    }));
    const input = { id: here.roundId, version: node.version, stages, reason: "Jaringan <putus>" };
    expect(await here.admin.refusal(SET, { input })).toBeNull();
    const letter = await office.nextTo("sari@example.org");
    expect(letter.subject).toContain("Jadwal baru");
    expect(letter.text).toContain(
      "kini 1 Maret 2026 pukul 00.00 sampai 10 Juli 2026 pukul 00.00; semula 1 Maret 2026 pukul 00.00 sampai 1 Juli 2026 pukul 00.00",
    );
    expect(letter.html).not.toContain("<putus>");
    for (const name of ["hadi", "kartika", "vina", "muara"]) expect((await office.nextTo(`${name}@example.org`)).text).toContain("2026");
    const count = async () => (await here.sql<{ count: string }>("select count(*) from letter where kind = 'DEADLINES_CHANGED'"))[0]?.count;
    expect(await count()).toBe("5");
    const [event] = await here.sql<{ id: string }>(
      "update outbox_event set delivered_at = null where type = 'round.deadlines-changed' returning id",
    );
    const { deliverEvent } = await import("@isonga/server/kernel/outbox");
    await deliverEvent.run(here.world.app.operatorContext(), { id: String(event?.id) });
    expect(await count()).toBe("5");
  });
});
