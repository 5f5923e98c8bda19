import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { openPostOffice, type PostOffice } from "../../world/outside/post-office.ts";
import { GRANT, PEOPLE } from "../../world/people.ts";

const DELEGATE = `mutation ($input: DelegateInput!) { delegate(input: $input) { refusals { code field } delegation { id state delegateName canEnd } } }`;
const END = `mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { refusals { code } delegation { state canEnd } } }`;
const MINE = "{ canDelegate myDelegations { personName delegateName state } }";
const CANDIDATES = `query ($search: String!, $personId: ID) { delegateCandidates(search: $search, personId: $personId) { name } }`;

describe("somebody acts while somebody is away", () => {
  let here: CustodyWorld;
  let office: PostOffice;
  let rina: Client;
  beforeAll(async () => {
    office = await openPostOffice();
    here = await createCustodyWorld({ smtpUrl: office.url });
    rina = await here.world.person("Rina", [{ role: "STAFF", agencyId: here.country.registry }], "rw");
  });
  afterAll(async () => {
    await here.stop();
    await office.stop();
  });
  const at = (instant: string) => here.world.clock.turnTo(instant);
  const dates = { startsAt: "2026-05-10T00:00:00Z", endsAt: "2026-05-20T00:00:00Z" };
  const input = async (name: string, more: object = {}) => ({ input: { delegateId: await here.idOf(name), ...dates, ...more } });

  it("refuses who has nothing to lend, who is no colleague, and dates that make no sense", async () => {
    expect(await here.world.visitor.refusal(DELEGATE, await input("Rina"))).toBe("UNAUTHENTICATED");
    expect(await here.people.sari.refusal(DELEGATE, await input("Rina"))).toBe("FORBIDDEN");
    expect(await here.people.sari.data(MINE)).toEqual({ canDelegate: false, myDelegations: [] });
    expect(await here.people.hadi.refusal(DELEGATE, await input("Muara"))).toBe("NOT_FOUND");
    expect(await here.people.hadi.refusal(DELEGATE, await input("Hadi"))).toBe("NOT_FOUND");
    expect(await here.people.hadi.refusal(DELEGATE, await input("Rina", { endsAt: "2026-05-09T00:00:00Z" }))).toBe("INVALID_VALUE");
    expect(await here.people.hadi.refusal(DELEGATE, await input("Rina", { endsAt: "2028-05-09T00:00:00Z" }))).toBe("INVALID_VALUE");
    expect(await here.people.hadi.refusal(DELEGATE, await input("Rina", { personId: await here.idOf("Kartika") }))).toBe("FORBIDDEN");
    expect(await here.people.hadi.refusal(CANDIDATES, { search: "", personId: await here.idOf("Kartika") })).toBe("FORBIDDEN");
    expect(await here.people.hadi.data(CANDIDATES, { search: "" })).toEqual({
      delegateCandidates: [{ name: "Kartika" }, { name: "Rina" }, { name: "Sari" }],
    });
  });

  it("holds from its beginning to its end, and what is done is recorded for both", async () => {
    const id = await here.entryIn("SUBMITTED", "Sanjo Barokah");
    expect(await here.people.hadi.refusal(DELEGATE, await input("Rina", { reason: "Cuti <tahunan>" }))).toBeNull();
    const letter = await office.nextTo("rina@example.org");
    expect(letter.subject).toContain("Hadi");
    expect(letter.text).toContain("10 Gicurasi 2026");
    expect(letter.html).not.toContain("<tahunan>");
    expect(await here.step(rina, "endorse", id)).toBe("FORBIDDEN");
    at("2026-05-10T00:01:00Z");
    expect(await rina.data("{ entriesIHold { nodes { title acts } } homeTasks { verb } }")).toMatchObject({
      entriesIHold: { nodes: [{ title: "Sanjo Barokah", acts: ["endorse", "return", "withdraw"] }] },
      homeTasks: [{ verb: "ENDORSE_ENTRIES" }],
    });
    expect(await here.step(rina, "endorse", id)).toBeNull();
    const { entry } = await rina.data<{ entry: { events: unknown[] } }>(
      `query ($id: ID!) { entry(id: $id) { events { act by forName } } }`,
      { id },
    );
    expect(entry.events[0]).toEqual({ act: "endorse", by: "Rina", forName: "Hadi" });
    const other = await here.entryIn("SUBMITTED", "Aku Mandiri");
    at("2026-05-20T00:00:00Z");
    expect(await here.step(rina, "endorse", other)).toBe("FORBIDDEN");
    expect(await rina.data(MINE)).toMatchObject({ myDelegations: [{ personName: "Hadi", delegateName: "Rina", state: "ENDED" }] });
  });

  it("never gives more than custody: no roles, no people, no places, and nothing lent on", async () => {
    at("2026-05-25T00:00:00Z");
    const during = { startsAt: "2026-05-25T00:00:00Z", endsAt: "2026-05-30T00:00:00Z" };
    expect(await here.people.kartika.refusal(DELEGATE, await input("Rina", during))).toBeNull();
    const grant = { personId: await here.idOf("Sari"), grant: { role: "HEAD", agencyId: here.country.registry } };
    expect(await rina.refusal(GRANT, { input: grant })).toBe("FORBIDDEN");
    expect(await rina.refusal(PEOPLE)).toBe("FORBIDDEN");
    expect(await rina.data("{ grantableRoles { role } me { roles } }")).toEqual({ grantableRoles: [], me: { roles: ["STAFF"] } });
    expect(await rina.refusal(DELEGATE, await input("Sari", during))).toBe("FORBIDDEN");
    const id = await here.entryIn("ENDORSED", "Lope Capil");
    expect(await here.step(rina, "check", id)).toBeNull();
  });

  it("is ended at once by either of the two, and by nobody else", async () => {
    const id = await here.entryIn("ENDORSED", "Dan lain lain");
    const [delegation] = await here.sql<{ id: string }>("select id from delegation order by id desc limit 1");
    expect(await here.people.hadi.refusal(END, { input: delegation })).toBe("NOT_FOUND");
    expect(await here.people.kartika.refusal(END, { input: delegation })).toBeNull();
    expect(await here.step(rina, "check", id)).toBe("FORBIDDEN");
    expect(await here.people.kartika.refusal(END, { input: delegation })).toBe("WRONG_STATE");
  });

  it("lends nothing of an account that was disabled", async () => {
    const during = { startsAt: "2026-05-25T00:00:00Z", endsAt: "2026-05-30T00:00:00Z" };
    const id = await here.entryIn("SUBMITTED", "Akun mati");
    expect(await here.admin.refusal(DELEGATE, await input("Rina", { ...during, personId: await here.idOf("Hadi") }))).toBeNull();
    await here.sql("update person set disabled_at = now() where name = 'Hadi'");
    expect(await here.step(rina, "endorse", id)).toBe("FORBIDDEN");
    await here.sql("update person set disabled_at = null where name = 'Hadi'");
    expect(await here.step(rina, "endorse", id)).toBeNull();
  });

  it("lends a verifier's part too, and only while they are away", async () => {
    const QUEUE = "{ verificationQueue { nodes { id } } }";
    const id = await here.entryIn("CHECKED", "Verifikasi");
    await here.world.person("Vera", [{ role: "VERIFIER", jurisdictionId: here.country.ogan }]);
    expect(await rina.refusal(QUEUE)).toBe("FORBIDDEN");
    const during = { startsAt: "2026-05-25T00:00:00Z", endsAt: "2026-05-30T00:00:00Z", personId: await here.idOf("Vera") };
    expect(await here.admin.refusal(DELEGATE, await input("Rina", during))).toBeNull();
    const { verificationQueue } = await rina.data<{ verificationQueue: { nodes: { id: string }[] } }>(QUEUE);
    expect(verificationQueue.nodes.map((node) => node.id)).toContain(id);
    expect(await here.step(rina, "return", id, { reason: "No proof" })).toBeNull();
  });
});
