import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { atomically } from "@isonga/server/kernel/atomically";
import { simpleParser } from "mailparser";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../world/client.ts";
import { openPostOffice, type PostOffice, tokenIn } from "../world/post-office.ts";
import { createWorld, PASSWORD, type World } from "../world/world.ts";

const INVITE = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { refusals { code field }
  person { id version state grants { role scope scopeName scopeTrail viewerCan { revoke } } viewerCan { edit invite disable grant } } } }`;
const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { refusals { code field } person { id grants { id role scopeName } } } }`;
const REVOKE = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { refusals { code } person { grants { id } } } }`;
const DISABLE = `mutation ($input: PersonVersionInput!) { disablePerson(input: $input) { refusals { code } person { state } } }`;
const ENABLE = `mutation ($input: PersonVersionInput!) { enablePerson(input: $input) { refusals { code } person { state } } }`;
const PEOPLE = `query ($search: String, $role: Role) { people(first: 100, search: $search, role: $role) { nodes { name email state } } }`;

type Refused = { readonly code: string; readonly field?: string };
type PersonAnswer = {
  readonly refusals: readonly Refused[];
  readonly person: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly grants: readonly { readonly id: string; readonly role: string }[];
  } | null;
};

describe("people are invited and leave", () => {
  let world: World;
  let office: PostOffice;
  let admin: Client;
  let huye: { readonly district: string; readonly sector: string; readonly elsewhere: string };

  beforeAll(async () => {
    office = await openPostOffice();
    world = await createWorld({ smtpUrl: office.url });
    huye = await threePlaces(world);
    admin = await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
  });
  afterAll(async () => {
    await world.stop();
    await office.stop();
  });

  const invitation = (email: string, grants: readonly object[] = [{ role: "STAFF", jurisdictionId: huye.sector }], language = "en") => ({
    input: { name: "Innocent Mugabo", email, language, grants },
  });
  const coordinator = () =>
    world.person("Claudine", [{ role: "COORDINATOR", jurisdictionId: huye.district }]).catch(() => world.signIn("claudine@example.org"));
  const staff = () =>
    world.person("Samuel", [{ role: "STAFF", jurisdictionId: huye.sector }]).catch(() => world.signIn("samuel@example.org"));

  it("refuses the public, staff and auditors who would invite somebody", async () => {
    const auditor = await world.person("Odette", [{ role: "AUDITOR" }]);
    expect(await world.visitor.refusal(INVITE, invitation("a@example.org"))).toBe("UNAUTHENTICATED");
    expect(await (await staff()).refusal(INVITE, invitation("a@example.org"))).toBe("FORBIDDEN");
    expect(await auditor.refusal(INVITE, invitation("a@example.org"))).toBe("FORBIDDEN");
  });

  it("refuses a coordinator who gives more than they have", async () => {
    const claudine = await coordinator();
    for (const grant of [
      { role: "ADMINISTRATOR" },
      { role: "COORDINATOR", jurisdictionId: huye.sector },
      { role: "STAFF", jurisdictionId: huye.elsewhere },
      { role: "AUDITOR" },
    ])
      expect(await claudine.refusal(INVITE, invitation("b@example.org", [grant])), JSON.stringify(grant)).toBe("FORBIDDEN");
    expect(await claudine.refusal(INVITE, invitation("b@example.org", [{ role: "STAFF" }]))).toBe("SCOPE_REQUIRED");
    const [me] = (await admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "claudine") { nodes { id } } }`)).people
      .nodes;
    expect(await claudine.refusal(GRANT, { input: { personId: me?.id, grant: { role: "VERIFIER", jurisdictionId: huye.sector } } })).toBe(
      "FORBIDDEN",
    );
  });

  it("refuses an invitation that is not filled, all problems together", async () => {
    const answer = await admin.data<{ invitePerson: PersonAnswer }>(INVITE, {
      input: { name: " ", email: "no address", language: "en", grants: [{ role: "JUDGE" }, { role: "STAFF", jurisdictionId: "nowhere" }] },
    });
    expect(answer.invitePerson.refusals).toEqual([
      { code: "REQUIRED", field: "name" },
      { code: "INVALID_EMAIL", field: "email" },
      { code: "SCOPE_REQUIRED", field: "grants.0.roundId" },
      { code: "UNKNOWN_REFERENCE", field: "grants.1.jurisdictionId" },
    ]);
    expect(await admin.refusal(INVITE, invitation("aline@example.org"))).toBe("ALREADY_EXISTS");
    expect(await admin.refusal(INVITE, invitation("ALINE@example.org"))).toBe("ALREADY_EXISTS");
  });

  it("offers a coordinator only their own roles and places, typing errors forgiven", async () => {
    const claudine = await coordinator();
    const SCOPES = `query ($scope: Scope!, $search: String!) { grantableScopes(scope: $scope, search: $search) { name trail } }`;
    expect(await (await staff()).refusal(SCOPES, { scope: "JURISDICTION", search: "" })).toBe("FORBIDDEN");
    expect(await claudine.data(SCOPES, { scope: "JURISDICTION", search: "ngomma" })).toEqual({
      grantableScopes: [{ name: "Ngoma", trail: ["Rwanda", "Huye"] }],
    });
    expect(await claudine.data(SCOPES, { scope: "JURISDICTION", search: "nyamagabe" })).toEqual({ grantableScopes: [] });
    expect(await claudine.data(SCOPES, { scope: "ROUND", search: "" })).toEqual({ grantableScopes: [] });
    expect(await admin.data(SCOPES, { scope: "JURISDICTION", search: "25" })).toEqual({
      grantableScopes: [{ name: "Nyamagabe", trail: ["Rwanda"] }],
    });
    expect(await claudine.data("{ grantableRoles { role scopes within } }")).toEqual({
      grantableRoles: [
        { role: "STAFF", scopes: ["JURISDICTION", "AGENCY"], within: [huye.district] },
        { role: "VERIFIER", scopes: ["JURISDICTION"], within: [huye.district] },
      ],
    });
    expect(await (await staff()).data("{ grantableRoles { role } }")).toEqual({ grantableRoles: [] });
  });

  it("invites in the person's language, and the link lets them in once", async () => {
    const claudine = await coordinator();
    const { invitePerson } = await claudine.data<{ invitePerson: PersonAnswer }>(
      INVITE,
      invitation("innocent@example.org", undefined, "rw"),
    );
    expect(invitePerson).toMatchObject({
      refusals: [],
      person: {
        state: "INVITED",
        grants: [{ role: "STAFF", scope: "JURISDICTION", scopeName: "Ngoma", scopeTrail: ["Rwanda", "Huye"], viewerCan: { revoke: true } }],
        viewerCan: { edit: true, invite: true, disable: true, grant: true },
      },
    });
    const letter = await office.nextTo("innocent@example.org");
    expect(letter.subject).toBe("Watumiwe kuri Isonga");
    expect(letter.text).toContain("Claudine yagutumiye kuri Isonga");
    expect(letter.text).toContain("- Umukozi: Ngoma");
    expect(letter.html).toContain('<html lang="rw">');
    expect(letter.text).toMatch(new RegExp(`${world.url}/rw/app/accept-invitation\\?token=`));
    const token = tokenIn(letter.text);

    const guest = new Client(world.url);
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
    const again = await new Client(world.url).post("/auth/accept-invitation", { token, newPassword: PASSWORD });
    expect(await again.json()).toMatchObject({ code: "INVITATION_EXPIRED" });
    expect(
      await admin.refusal(`mutation ($input: PersonIdInput!) { resendInvitation(input: $input) { refusals { code } } }`, {
        input: { id: invitePerson.person?.id },
      }),
    ).toBe("WRONG_STATE");
  });

  it("keeps the link's secret out of what was sent, and letters from all but administrators", async () => {
    const LETTERS = `{ letters(search: "innocent") { nodes { kind state text attempts } } }`;
    for (const refused of [world.visitor, await staff(), await coordinator()])
      expect(await refused.refusal(LETTERS)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const { letters } = await admin.data<{ letters: { nodes: { text: string }[] } }>(LETTERS);
    expect(letters.nodes).toMatchObject([{ kind: "INVITATION", state: "SENT", attempts: 1 }]);
    expect(letters.nodes[0]?.text).toMatch(/token=…/);
  });

  it("ends an invitation after seven days and when it is sent again", async () => {
    await admin.data(INVITE, invitation("late@example.org", undefined, "id"));
    const first = await office.nextTo("late@example.org");
    expect(first.subject).toBe("Anda diundang ke Isonga");
    world.clock.turnTo(new Date(Date.now() + 8 * 24 * 3600 * 1000));
    const late = await world.visitor.post("/auth/accept-invitation", { token: tokenIn(first.text), newPassword: PASSWORD });
    expect(await late.json()).toMatchObject({ code: "INVITATION_EXPIRED" });
    const [person] = (await admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "late@") { nodes { id } } }`)).people
      .nodes;
    const RESEND = `mutation ($input: PersonIdInput!) { resendInvitation(input: $input) { refusals { code } person { state } } }`;
    await admin.data(RESEND, { input: { id: person?.id } });
    const second = tokenIn((await office.nextTo("late@example.org")).text);
    await admin.data(RESEND, { input: { id: person?.id } });
    const third = tokenIn((await office.nextTo("late@example.org")).text);
    const statuses = [];
    for (const token of [second, third])
      statuses.push((await new Client(world.url).post("/auth/accept-invitation", { token, newPassword: PASSWORD })).status);
    expect(statuses).toEqual([400, 200]);
    world.clock.turnTo(new Date());
  });

  it("shows coordinators their own people, administrators and auditors everybody, staff nobody", async () => {
    const auditor = await world.signIn("odette@example.org");
    const names = async (client: Client, variables = {}) =>
      (await client.data<{ people: { nodes: { name: string }[] } }>(PEOPLE, variables)).people.nodes.map(({ name }) => name);
    await world.person("Elsewhere", [{ role: "STAFF", jurisdictionId: huye.elsewhere }]);
    expect(await names(await coordinator())).toEqual(["Claudine", "Innocent Mugabo", "Innocent Mugabo", "Samuel"]);
    expect(await names(auditor)).toContain("Elsewhere");
    expect(await names(admin, { role: "ADMINISTRATOR" })).toEqual(["Aline"]);
    expect(await names(admin, { search: "100%_" })).toEqual([]);
    expect(await (await staff()).refusal(PEOPLE)).toBe("FORBIDDEN");
    const [elsewhere] = (await admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "elsewhere") { nodes { id } } }`))
      .people.nodes;
    expect(await (await coordinator()).refusal(`query ($id: ID!) { person(id: $id) { name } }`, { id: elsewhere?.id })).toBe("NOT_FOUND");
    expect((await (await coordinator()).ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: elsewhere?.id })).data).toEqual({
      node: null,
    });
  });

  it("tells of a new role by letter, effective at once, and of the same role only once", async () => {
    const [samuel] = (await admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "samuel") { nodes { id } } }`)).people
      .nodes;
    const input = { personId: samuel?.id, grant: { role: "VERIFIER", jurisdictionId: huye.district } };
    const { grantRole } = await admin.data<{ grantRole: PersonAnswer }>(GRANT, { input });
    expect((await office.nextTo("samuel@example.org")).text).toContain("- Verifier: Huye");
    expect(await (await staff()).data("{ me { roles } }")).toEqual({ me: { roles: ["STAFF", "VERIFIER"] } });
    await admin.data(GRANT, { input });
    const verifier = grantRole.person?.grants.find(({ role }) => role === "VERIFIER");
    await admin.data(REVOKE, { input: { grantId: verifier?.id } });
    expect(await (await staff()).data("{ me { roles } }")).toEqual({ me: { roles: ["STAFF"] } });
    expect(office.letters.filter((letter) => letter.text?.includes("Verifier: Huye"))).toHaveLength(1);
  });

  it("never loses its last administrator, not even when two remove each other at once", async () => {
    const grantsOf = async (name: string) =>
      (
        await admin.data<{ people: { nodes: { id: string; version: number; grants: { id: string }[] }[] } }>(
          `query ($search: String) { people(search: $search) { nodes { id version grants { id } } } }`,
          { search: name },
        )
      ).people.nodes[0];
    const aline = await grantsOf("aline");
    expect(await admin.refusal(REVOKE, { input: { grantId: aline?.grants[0]?.id } })).toBe("LAST_ADMINISTRATOR");
    expect(await admin.refusal(DISABLE, { input: { id: aline?.id, version: aline?.version } })).toBe("FORBIDDEN");
    const berthe = await world.person("Berthe", [{ role: "ADMINISTRATOR" }]);
    const other = await grantsOf("berthe");
    const answers = await Promise.all([
      berthe.refusal(REVOKE, { input: { grantId: aline?.grants[0]?.id } }),
      admin.refusal(DISABLE, { input: { id: other?.id, version: other?.version } }),
    ]);
    expect(answers.filter((code) => code === null)).toHaveLength(1);
    if (answers[0] === null) {
      const ctx = world.app.operatorContext();
      const { insertGrant } = await import("@isonga/server/people/create-person");
      await atomically(ctx, { verb: "test" }, () => insertGrant(ctx, String(aline?.id), { role: "ADMINISTRATOR" }));
    }
  });

  it("shuts a disabled person out at once, and lets them in again", async () => {
    const samuel = await staff();
    const seen = async () =>
      (await admin.data<{ people: { nodes: { id: string; version: number }[] } }>(`{ people(search: "samuel") { nodes { id version } } }`))
        .people.nodes[0];
    const before = await seen();
    expect(await samuel.refusal(DISABLE, { input: before })).toBe("FORBIDDEN");
    expect(await admin.data(DISABLE, { input: before })).toEqual({ disablePerson: { refusals: [], person: { state: "DISABLED" } } });
    expect(await admin.refusal(ENABLE, { input: before })).toBe("STALE_VERSION");
    expect(await samuel.data("{ me { name } }")).toEqual({ me: null });
    const refused = await world.visitor.post("/auth/sign-in/email", { email: "samuel@example.org", password: PASSWORD });
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: "ACCOUNT_DISABLED" }]);
    const taken = office.letters.length;
    expect((await world.visitor.post("/auth/request-password-reset", { email: "samuel@example.org" })).status).toBe(200);
    expect(await admin.data(ENABLE, { input: await seen() })).toEqual({ enablePerson: { refusals: [], person: { state: "ACTIVE" } } });
    expect(await (await staff()).data("{ me { name } }")).toEqual({ me: { name: "Samuel" } });
    expect(office.letters.length).toBe(taken);
  });

  it("resets a password by letter, says the same of unknown addresses, and signs out everywhere", async () => {
    const samuel = await staff();
    const answers = await Promise.all(
      ["samuel@example.org", "nobody@example.org"].map((email) => world.visitor.post("/auth/request-password-reset", { email })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    const token = tokenIn((await office.nextTo("samuel@example.org")).text);
    expect(office.letters.some((letter) => JSON.stringify(letter.to).includes("nobody"))).toBe(false);
    expect((await world.visitor.post("/auth/reset-password", { token, newPassword: "short" })).status).toBe(400);
    expect((await world.visitor.post("/auth/reset-password", { token, newPassword: "quite another password" })).status).toBe(200);
    expect((await world.visitor.post("/auth/reset-password", { token, newPassword: "yet another password" })).status).toBe(400);
    expect(await samuel.data("{ me { name } }")).toEqual({ me: null });
    await expect(world.signIn("samuel@example.org", PASSWORD)).rejects.toThrow(/401/);
    await world.signIn("samuel@example.org", "quite another password");
  });

  it("lets people see and end their own sessions only, and change their own account", async () => {
    const claudine = await coordinator();
    const second = await world.signIn("claudine@example.org");
    const SESSIONS = `{ mySessions { id current } }`;
    type Sessions = { mySessions: { id: string; current: boolean }[] };
    const { mySessions } = await second.data<Sessions>(SESSIONS);
    expect(mySessions.filter(({ current }) => current)).toHaveLength(1);
    const END = `mutation ($input: EndMySessionInput!) { endMySession(input: $input) { refusals { code } } }`;
    const others = mySessions.filter(({ current }) => !current);
    expect(await admin.refusal(END, { input: { id: others[0]?.id } })).toBe("NOT_FOUND");
    for (const { id } of others) await second.data(END, { input: { id } });
    expect(await claudine.data("{ me { name } }")).toEqual({ me: null });
    const UPDATE = `mutation ($input: UpdateMyAccountInput!) { updateMyAccount(input: $input) { refusals { code } me { name language version } } }`;
    expect(await second.refusal(UPDATE, { input: { version: 1, name: "", language: "id" } })).toBe("REQUIRED");
    expect(await second.data(UPDATE, { input: { version: 1, name: "Claudine M.", language: "id" } })).toMatchObject({
      updateMyAccount: { me: { name: "Claudine M.", language: "id", version: 2 } },
    });
    expect(await second.refusal(UPDATE, { input: { version: 1, name: "Late", language: "id" } })).toBe("STALE_VERSION");
  });

  it("shows the record of changes to administrators and auditors only, and no secret in it", async () => {
    const AUDIT = `query ($filter: AuditEventFilter, $after: String) { auditEvents(first: 100, after: $after, filter: $filter)
      { nodes { id at verb reason subjectType subjectId actor { name } before after } pageInfo { hasNextPage endCursor } } }`;
    for (const refused of [world.visitor, await world.signIn("claudine@example.org")])
      expect(await refused.refusal(AUDIT)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const auditor = await world.signIn("odette@example.org");
    type Audit = { auditEvents: { nodes: { verb: string; actor: { name: string } | null; after: Record<string, unknown> | null }[] } };
    const invited = await auditor.data<Audit>(AUDIT, { filter: { verb: "invitePerson", subjectType: "role_grant" } });
    expect(invited.auditEvents.nodes.at(-1)).toMatchObject({ actor: { name: "Claudine M." }, before: null, after: { role: "STAFF" } });
    const accepted = await auditor.data<Audit>(AUDIT, { filter: { verb: "acceptInvitation" } });
    expect(accepted.auditEvents.nodes.at(-1)).toMatchObject({
      actor: { name: "Innocent Mugabo" },
      before: { email_verified: false },
      after: { email_verified: true },
    });
    const none = await auditor.data<Audit>(AUDIT, { filter: { to: "2020-01-01T00:00:00Z" } });
    expect(none.auditEvents.nodes).toEqual([]);
    const { auditVocabulary } = await auditor.data<{ auditVocabulary: { subjectTypes: string[]; verbs: string[] } }>(
      "{ auditVocabulary { subjectTypes verbs } }",
    );
    expect(auditVocabulary.verbs).toEqual(expect.arrayContaining(["disablePerson", "grantRole", "invitePerson"]));
    const { rows } = await owner(
      world,
      `select count(*)::int as found from audit_event where subject_type like 'auth%' or subject_type = 'letter'
      or coalesce(before::text, '') || coalesce(after::text, '') ~* 'password|token'`,
    );
    expect(rows).toEqual([{ found: 0 }]);
  });

  it("tries a letter again when the mail server has a bad day", async () => {
    office.refuse(true);
    await admin.data(INVITE, invitation("patience@example.org"));
    const failing = async () =>
      (
        await admin.data<{ letters: { nodes: { state: string; lastError: string | null }[] } }>(
          `{ letters(search: "patience") { nodes { state lastError } } }`,
        )
      ).letters.nodes[0];
    await expect
      .poll(failing, { timeout: 10_000 })
      .toMatchObject({ state: "FAILING", lastError: expect.stringContaining("the office is closed") });
    office.refuse(false);
    await office.nextTo("patience@example.org");
    await expect.poll(failing, { timeout: 10_000 }).toEqual({ state: "SENT", lastError: null });
  });

  it("refuses requests from pages of other origins", async () => {
    const elsewhere = (path: string, body: object) =>
      fetch(new URL(path, world.url), {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://evil.example", cookie: admin.cookieHeader },
        body: JSON.stringify(body),
      });
    expect((await elsewhere("/graphql", { query: "{ me { name } }" })).status).toBe(403);
    expect((await elsewhere("/auth/sign-out", {})).status).toBe(403);
    expect((await elsewhere("/auth/sign-in/email", { email: "aline@example.org", password: PASSWORD })).status).toBe(403);
    const form = await fetch(`${world.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain", cookie: admin.cookieHeader },
      body: JSON.stringify({ query: "{ me { name } }" }),
    });
    expect(form.status).toBe(400);
    expect((await admin.post("/auth/update-user", { name: "Unrecorded" })).status).toBe(404);
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

/** Rwanda with two districts and a sector: `sector` lies in `district`, `elsewhere` does not. */
async function threePlaces(world: World) {
  const place = {
    district: "01900000-0000-7000-8000-000000000002",
    sector: "01900000-0000-7000-8000-000000000003",
    elsewhere: "01900000-0000-7000-8000-000000000004",
  };
  const country = "01900000-0000-7000-8000-000000000001";
  await owner(
    world,
    `insert into area_level (country, code, position, names, key_system) values
    ('RW', 'COUNTRY', 0, '{"en":"Country"}', 'iso'), ('RW', 'DISTRICT', 2, '{"en":"District"}', 'nisr'), ('RW', 'SECTOR', 3, '{"en":"Sector"}', 'nisr')
    on conflict do nothing`,
  );
  await owner(
    world,
    `insert into jurisdiction (id, country, level, code, name, parent_id, path) values
    ('${country}', 'RW', 'COUNTRY', 'RW', 'Rwanda', null, 'RW'), ('${place.district}', 'RW', 'DISTRICT', '24', 'Huye', '${country}', 'RW.24'),
    ('${place.sector}', 'RW', 'SECTOR', '2408', 'Ngoma', '${place.district}', 'RW.24.2408'), ('${place.elsewhere}', 'RW', 'DISTRICT', '25', 'Nyamagabe', '${country}', 'RW.25')`,
  );
  return place;
}

async function owner(world: World, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
