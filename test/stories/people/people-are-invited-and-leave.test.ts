import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../../world/client.ts";
import { tokenIn } from "../../world/outside/post-office.ts";
import {
  createPeopleWorld,
  DISABLE,
  ENABLE,
  GRANT,
  INVITE,
  PEOPLE,
  type PeopleWorld,
  type PersonAnswer,
  REVOKE,
} from "../../world/people.ts";
import { createWorld, PASSWORD } from "../../world/world.ts";

describe("people are invited and leave", () => {
  let here: PeopleWorld;
  beforeAll(async () => {
    here = await createPeopleWorld();
  });
  afterAll(() => here.stop());

  it("refuses the public, staff and auditors who would invite somebody", async () => {
    const auditor = await here.world.person("Odette", [{ role: "AUDITOR" }]);
    expect(await here.world.visitor.refusal(INVITE, here.invitation("a@example.org"))).toBe("UNAUTHENTICATED");
    expect(await (await here.staff()).refusal(INVITE, here.invitation("a@example.org"))).toBe("FORBIDDEN");
    expect(await auditor.refusal(INVITE, here.invitation("a@example.org"))).toBe("FORBIDDEN");
  });

  it("refuses an invitation that is not filled, all problems together", async () => {
    const answer = await here.admin.data<{ invitePerson: PersonAnswer }>(INVITE, {
      input: { name: " ", email: "no address", language: "en", grants: [{ role: "JUDGE" }, { role: "STAFF", jurisdictionId: "nowhere" }] },
    });
    expect(answer.invitePerson.refusals).toEqual([
      { code: "REQUIRED", field: "name" },
      { code: "INVALID_EMAIL", field: "email" },
      { code: "SCOPE_REQUIRED", field: "grants.0.roundId" },
      { code: "UNKNOWN_REFERENCE", field: "grants.1.jurisdictionId" },
    ]);
    expect(await here.admin.refusal(INVITE, here.invitation("aline@example.org"))).toBe("ALREADY_EXISTS");
    expect(await here.admin.refusal(INVITE, here.invitation("ALINE@example.org"))).toBe("ALREADY_EXISTS");
  });

  it("invites in the person's language, and the link lets them in once", async () => {
    const claudine = await here.coordinator();
    const { invitePerson } = await claudine.data<{ invitePerson: PersonAnswer }>(
      INVITE,
      here.invitation("innocent@example.org", undefined, "rw"),
    );
    expect(invitePerson).toMatchObject({
      refusals: [],
      person: {
        state: "INVITED",
        grants: [{ role: "STAFF", scope: "JURISDICTION", scopeName: "Ngoma", scopeTrail: ["Rwanda", "Huye"], viewerCan: { revoke: true } }],
        viewerCan: { edit: true, invite: true, disable: true, grant: true },
      },
    });
    const letter = await here.office.nextTo("innocent@example.org");
    expect(letter.subject).toBe("Watumiwe kuri Isonga");
    expect(letter.text).toContain("Claudine yagutumiye kuri Isonga");
    expect(letter.text).toContain("- Umukozi: Ngoma");
    expect(letter.html).toContain('<html lang="rw">');
    expect(letter.text).toMatch(new RegExp(`${here.world.url}/rw/app/accept-invitation\\?token=`));
    const token = tokenIn(letter.text);

    const guest = new Client(here.world.url);
    expect(await (await guest.post("/auth/invitation", { token: "wrong" })).json()).toMatchObject({ code: "INVITATION_EXPIRED" });
    expect(await (await guest.post("/auth/invitation", { token })).json()).toMatchObject({
      name: "Innocent Mugabo",
      email: "innocent@example.org",
    });
    const short = await guest.post("/auth/accept-invitation", { token, newPassword: "short" });
    expect([short.status, await short.json()]).toMatchObject([400, { code: "PASSWORD_TOO_SHORT" }]);
    const attempts = await Promise.all([1, 2].map(() => guest.post("/auth/accept-invitation", { token, newPassword: PASSWORD })));
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await guest.data("{ me { name language roles } }")).toEqual({
      me: { name: "Innocent Mugabo", language: "rw", roles: ["STAFF"] },
    });
    const again = await new Client(here.world.url).post("/auth/accept-invitation", { token, newPassword: PASSWORD });
    expect(await again.json()).toMatchObject({ code: "INVITATION_EXPIRED" });
    expect(
      await here.admin.refusal(`mutation ($input: PersonIdInput!) { resendInvitation(input: $input) { refusals { code } } }`, {
        input: { id: invitePerson.person?.id },
      }),
    ).toBe("WRONG_STATE");
  });

  it("keeps the link's secret out of what was sent, and letters from all but administrators", async () => {
    const LETTERS = `{ letters(search: "innocent") { nodes { kind state text attempts } } }`;
    for (const refused of [here.world.visitor, await here.staff(), await here.coordinator()])
      expect(await refused.refusal(LETTERS)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const { letters } = await here.admin.data<{ letters: { nodes: { text: string }[] } }>(LETTERS);
    expect(letters.nodes).toMatchObject([{ kind: "INVITATION", state: "SENT", attempts: 1 }]);
    expect(letters.nodes[0]?.text).toMatch(/token=…/);
  });

  it("ends an invitation after seven days and when it is sent again", async () => {
    await here.admin.data(INVITE, here.invitation("late@example.org", undefined, "id"));
    const first = await here.office.nextTo("late@example.org");
    expect(first.subject).toBe("Anda diundang ke Isonga");
    here.world.clock.turnTo(new Date(Date.now() + 8 * 24 * 3600 * 1000));
    const late = await here.world.visitor.post("/auth/accept-invitation", { token: tokenIn(first.text), newPassword: PASSWORD });
    expect(await late.json()).toMatchObject({ code: "INVITATION_EXPIRED" });
    const [person] = (await here.admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "late@") { nodes { id } } }`)).people
      .nodes;
    const RESEND = `mutation ($input: PersonIdInput!) { resendInvitation(input: $input) { refusals { code } person { state } } }`;
    await here.admin.data(RESEND, { input: { id: person?.id } });
    const second = tokenIn((await here.office.nextTo("late@example.org")).text);
    await here.admin.data(RESEND, { input: { id: person?.id } });
    const third = tokenIn((await here.office.nextTo("late@example.org")).text);
    const statuses = [];
    for (const token of [second, third])
      statuses.push((await new Client(here.world.url).post("/auth/accept-invitation", { token, newPassword: PASSWORD })).status);
    expect(statuses).toEqual([400, 200]);
    here.world.clock.turnTo(new Date());
  });

  it("shuts a disabled person out at once, and lets them in again", async () => {
    const samuel = await here.staff();
    const seen = async () =>
      (
        await here.admin.data<{ people: { nodes: { id: string; version: number }[] } }>(
          `{ people(search: "samuel") { nodes { id version } } }`,
        )
      ).people.nodes[0];
    const before = await seen();
    expect(await samuel.refusal(DISABLE, { input: before })).toBe("FORBIDDEN");
    expect(await here.admin.data(DISABLE, { input: before })).toEqual({ disablePerson: { refusals: [], person: { state: "DISABLED" } } });
    expect(await here.admin.refusal(ENABLE, { input: before })).toBe("STALE_VERSION");
    expect(await samuel.data("{ me { name } }")).toEqual({ me: null });
    const refused = await here.world.visitor.post("/auth/sign-in/email", { email: "samuel@example.org", password: PASSWORD });
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: "ACCOUNT_DISABLED" }]);
    const taken = here.office.letters.length;
    expect((await here.world.visitor.post("/auth/request-password-reset", { email: "samuel@example.org" })).status).toBe(200);
    expect(await here.admin.data(ENABLE, { input: await seen() })).toEqual({ enablePerson: { refusals: [], person: { state: "ACTIVE" } } });
    expect(await (await here.staff()).data("{ me { name } }")).toEqual({ me: { name: "Samuel" } });
    expect(here.office.letters.length).toBe(taken);
  });

  it("leaves who lost their last role in sight of the coordinator there alone, who may give one back and nothing else", async () => {
    const claudine = await here.coordinator();
    await here.world.person("Yvonne", [{ role: "STAFF", jurisdictionId: here.huye.sector }]);
    const neighbour = await here.world.person("Nathan", [{ role: "COORDINATOR", jurisdictionId: here.huye.elsewhere }]);
    const { id, grants } = await here.find("yvonne");
    const ONE = "query ($id: ID!) { person(id: $id) { name grants { role } viewerCan { edit disable grant } } }";
    const listed = async (client: Client) =>
      (await client.data<{ people: { nodes: { name: string }[] } }>(PEOPLE, { search: "yvonne" })).people.nodes.map(({ name }) => name);
    expect(await claudine.refusal(REVOKE, { input: { grantId: grants[0]?.id } })).toBeNull();

    expect(await listed(neighbour)).toEqual([]);
    expect(await neighbour.refusal(ONE, { id })).toBe("NOT_FOUND");
    const there = { role: "STAFF", jurisdictionId: here.huye.elsewhere };
    expect(await neighbour.refusal(GRANT, { input: { personId: id, grant: there } })).toBe("NOT_FOUND");
    expect(await (await here.staff()).refusal(PEOPLE)).toBe("FORBIDDEN");

    expect(await listed(claudine)).toEqual(["Yvonne"]);
    expect(await claudine.data(ONE, { id })).toEqual({
      person: { name: "Yvonne", grants: [], viewerCan: { edit: false, disable: false, grant: true } },
    });
    expect(
      await claudine.refusal(GRANT, { input: { personId: id, grant: { role: "VERIFIER", jurisdictionId: here.huye.sector } } }),
    ).toBeNull();
    const [verifier] = (await here.find("yvonne")).grants;

    // With a role elsewhere only, they are the other coordinator's.
    await here.admin.data(REVOKE, { input: { grantId: verifier?.id } });
    await here.admin.data(GRANT, { input: { personId: id, grant: there } });
    expect([await listed(claudine), await listed(neighbour)]).toEqual([[], ["Yvonne"]]);
    expect(await claudine.refusal(ONE, { id })).toBe("NOT_FOUND");
    // And stay so without it: the last one counts.
    const [elsewhere] = (await here.find("yvonne")).grants;
    await here.admin.data(REVOKE, { input: { grantId: elsewhere?.id } });
    expect([await listed(claudine), await listed(neighbour)]).toEqual([[], ["Yvonne"]]);
  });

  it("tries a letter again when the mail server has a bad day", async () => {
    here.office.refuse(true);
    await here.admin.data(INVITE, here.invitation("patience@example.org"));
    const failing = async () =>
      (
        await here.admin.data<{ letters: { nodes: { state: string; lastError: string | null }[] } }>(
          `{ letters(search: "patience") { nodes { state lastError } } }`,
        )
      ).letters.nodes[0];
    await expect
      .poll(failing, { timeout: 10_000 })
      .toMatchObject({ state: "FAILING", lastError: expect.stringContaining("the office is closed") });
    here.office.refuse(false);
    await here.office.nextTo("patience@example.org");
    await expect.poll(failing, { timeout: 10_000 }).toEqual({ state: "SENT", lastError: null });
  });
});

describe("without a mail server", () => {
  it("keeps letters as files that an administrator can read and hand on", async () => {
    const world = await createWorld();
    try {
      const admin = await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
      await admin.data(INVITE, { input: { name: "Agnès <b>", email: "agnes@example.org", language: "en", grants: [{ role: "AUDITOR" }] } });
      const kept = async () =>
        (await admin.data<{ letters: { nodes: { id: string; state: string; text: string }[] } }>("{ letters { nodes { id state text } } }"))
          .letters.nodes[0];
      await expect.poll(kept, { timeout: 10_000 }).toMatchObject({ state: "KEPT" });
      const letter = await kept();
      const folder = join(world.dataFolder, "mail");
      expect(await readdir(folder)).toEqual([`${letter?.id}.eml`]);
      const file = await simpleParser(await readFile(join(folder, `${letter?.id}.eml`)));
      expect(file.html).toContain("Hello Agnès &#60;b&#62;,");
      expect(tokenIn(file.text)).toBe(tokenIn(letter?.text));
      const accepted = await new Client(world.url).post("/auth/accept-invitation", { token: tokenIn(letter?.text), newPassword: PASSWORD });
      expect(accepted.status).toBe(200);
    } finally {
      await world.stop();
    }
  });
});
