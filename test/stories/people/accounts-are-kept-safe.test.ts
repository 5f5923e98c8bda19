import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../../world/client.ts";
import { tokenIn } from "../../world/outside/post-office.ts";
import { createPeopleWorld, INVITE, owner, type PeopleWorld } from "../../world/people.ts";
import { PASSWORD } from "../../world/world.ts";

describe("accounts are kept safe", () => {
  let here: PeopleWorld;
  beforeAll(async () => {
    here = await createPeopleWorld();
  });
  afterAll(() => here.stop());

  it("refuses requests from pages of other origins", async () => {
    const elsewhere = (path: string, body: object) =>
      fetch(new URL(path, here.world.url), {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://evil.example", cookie: here.admin.cookieHeader },
        body: JSON.stringify(body),
      });
    expect((await elsewhere("/graphql", { query: "{ me { name } }" })).status).toBe(403);
    expect((await elsewhere("/auth/sign-out", {})).status).toBe(403);
    expect((await elsewhere("/auth/sign-in/email", { email: "aline@example.org", password: PASSWORD })).status).toBe(403);
    const form = await fetch(`${here.world.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain", cookie: here.admin.cookieHeader },
      body: JSON.stringify({ query: "{ me { name } }" }),
    });
    expect(form.status).toBe(400);
    expect((await here.admin.post("/auth/update-user", { name: "Unrecorded" })).status).toBe(404);
  });

  it("resets a password by letter, says the same of unknown addresses, and signs out everywhere", async () => {
    const samuel = await here.staff();
    const answers = await Promise.all(
      ["samuel@example.org", "nobody@example.org"].map((email) => here.world.visitor.post("/auth/request-password-reset", { email })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    const token = tokenIn((await here.office.nextTo("samuel@example.org")).text);
    expect(here.office.letters.some((letter) => JSON.stringify(letter.to).includes("nobody"))).toBe(false);
    expect((await here.world.visitor.post("/auth/reset-password", { token, newPassword: "short" })).status).toBe(400);
    expect((await here.world.visitor.post("/auth/reset-password", { token, newPassword: "quite another password" })).status).toBe(200);
    expect((await here.world.visitor.post("/auth/reset-password", { token, newPassword: "yet another password" })).status).toBe(400);
    expect(await samuel.data("{ me { name } }")).toEqual({ me: null });
    await expect(here.world.signIn("samuel@example.org", PASSWORD)).rejects.toThrow(/401/);
    await here.world.signIn("samuel@example.org", "quite another password");
  });

  it("says why not in the reader's language: the asked one, else that of the account", async () => {
    const wrong = { email: "aline@example.org", password: "a guess at the password" };
    const said = async (answer: Promise<Response>) => {
      const response = await answer;
      const { code, message } = (await response.json()) as { code?: string; message?: string };
      return [response.status, code, message];
    };
    const { visitor } = here.world;
    const signIn = (language: string) => said(visitor.speaking(language).post("/auth/sign-in/email", wrong));
    expect(await signIn("en")).toEqual([401, "INVALID_EMAIL_OR_PASSWORD", "This email and password do not match an account."]);
    expect(await signIn("id-ID")).toEqual([401, "INVALID_EMAIL_OR_PASSWORD", "Surel dan kata sandi ini tidak cocok dengan akun mana pun."]);
    expect(await signIn("rw")).toEqual([401, "INVALID_EMAIL_OR_PASSWORD", "Iyi meyili n'iri jambo ry'ibanga nta konti bihuye na yo."]);
    const short = said(visitor.speaking("id").post("/auth/reset-password", { token: "none", newPassword: "short" }));
    expect(await short).toEqual([400, "PASSWORD_TOO_SHORT", "Gunakan sedikitnya 10 karakter."]);
    const late = said(visitor.speaking("id").post("/auth/invitation", { token: "none" }));
    expect((await late)[2]).toBe("Tautan ini sudah kedaluwarsa atau sudah dipakai. Minta tautan baru.");
    const shapeless = said(visitor.speaking("id").post("/auth/sign-in/email", { email: 1 }));
    expect((await shapeless)[2]).toBe("Nilai ini tidak dapat dipakai di sini. Pilih atau ketik nilai lain.");
    const closed = said(visitor.speaking("en").post("/auth/sign-up/email", {}));
    expect(await closed).toEqual([404, undefined, "This does not exist, or you may not see it."]);
    // Nothing asked (`*`): the account's.
    const berthe = await here.world.person("Berthe", [{ role: "AUDITOR" }], "rw");
    const guess = { newEmail: "berthe.new@example.org", password: "a guess at the password" };
    expect((await said(berthe.post("/auth/request-email-change", guess)))[2]).toBe("Ijambo ry'ibanga usanganywe si ryo.");
    expect((await said(berthe.speaking("en").post("/auth/request-email-change", guess)))[2]).toBe("The present password is not right.");
  });

  it("changes an address only for who knows the password, once the letter to the new one was followed, and tells the old one", async () => {
    const diane = await here.world.person("Diane", [{ role: "AUDITOR" }]);
    const ask = (newEmail: string, password = PASSWORD) => diane.post("/auth/request-email-change", { newEmail, password });
    const confirm = (token: string) => here.world.visitor.post("/auth/confirm-email-change", { token });
    const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { code?: string }).code;
    const stranger = await here.world.visitor.post("/auth/request-email-change", { newEmail: "x@example.org", password: PASSWORD });
    expect(stranger.status).toBe(401);
    expect(await codeOf(ask("diane.new@example.org", "a guess at the password"))).toBe("INVALID_PASSWORD");
    expect(await codeOf(ask("no address"))).toBe("INVALID_EMAIL");
    expect(await codeOf(ask("Aline@example.org"))).toBe("ALREADY_EXISTS");

    expect((await ask("diane.first@example.org")).status).toBe(200);
    const first = tokenIn((await here.office.nextTo("diane.first@example.org")).text);
    expect((await ask("Diane.New@example.org")).status).toBe(200);
    const token = tokenIn((await here.office.nextTo("diane.new@example.org")).text);
    expect(await diane.data("{ me { email } }")).toEqual({ me: { email: "diane@example.org" } });
    expect(await codeOf(confirm(first))).toBe("INVALID_TOKEN");
    expect(await codeOf(confirm("nothing"))).toBe("INVALID_TOKEN");
    expect((await confirm(token)).status).toBe(200);
    expect(await codeOf(confirm(token))).toBe("INVALID_TOKEN");
    expect((await here.office.nextTo("diane@example.org")).text).toContain("diane.new@example.org");
    expect(await diane.data("{ me { email } }")).toEqual({ me: { email: "diane.new@example.org" } });
    await expect(here.world.signIn("diane@example.org")).rejects.toThrow(/401/);
    await here.world.signIn("diane.new@example.org");
    const AUDIT = '{ auditEvents(first: 1, filter: { verb: "confirmEmailChange" }) { nodes { actor { name } } } }';
    expect(await here.admin.data(AUDIT)).toEqual({ auditEvents: { nodes: [{ actor: { name: "Diane" } }] } });
  });

  it("lets people see and end their own sessions only, and change their own account", async () => {
    const claudine = await here.coordinator();
    const second = await here.world.signIn("claudine@example.org");
    const SESSIONS = `{ mySessions { id current } }`;
    type Sessions = { mySessions: { id: string; current: boolean }[] };
    const { mySessions } = await second.data<Sessions>(SESSIONS);
    expect(mySessions.filter(({ current }) => current)).toHaveLength(1);
    const END = `mutation ($input: EndMySessionInput!) { endMySession(input: $input) { refusals { code } } }`;
    const others = mySessions.filter(({ current }) => !current);
    expect(await here.admin.refusal(END, { input: { id: others[0]?.id } })).toBe("NOT_FOUND");
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
      { nodes { id at verb reason subjectType subjectId actor { name } before after names { name } } pageInfo { hasNextPage endCursor } } }`;
    for (const refused of [here.world.visitor, await here.world.signIn("claudine@example.org")])
      expect(await refused.refusal(AUDIT)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const auditor = await here.world.person("Odette", [{ role: "AUDITOR" }]);
    await (await here.coordinator()).data(INVITE, here.invitation("innocent@example.org"));
    const token = tokenIn((await here.office.nextTo("innocent@example.org")).text);
    await new Client(here.world.url).post("/auth/accept-invitation", { token, newPassword: PASSWORD });
    type Audit = {
      auditEvents: {
        nodes: { verb: string; names: { name: string }[]; actor: { name: string } | null; after: Record<string, unknown> | null }[];
      };
    };
    const invited = await auditor.data<Audit>(AUDIT, { filter: { verb: "invitePerson", subjectType: "role_grant" } });
    expect(invited.auditEvents.nodes.at(-1)).toMatchObject({ actor: { name: "Claudine M." }, before: null, after: { role: "STAFF" } });
    const named = invited.auditEvents.nodes.at(-1)?.names.map(({ name }) => name) ?? [];
    expect(named).toEqual(expect.arrayContaining(["Innocent Mugabo", "Claudine M."]));
    expect(named).toHaveLength(3);
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
    expect(auditVocabulary.verbs).toEqual(expect.arrayContaining(["acceptInvitation", "invitePerson", "updateMyAccount"]));
    const { rows } = await owner(
      here.world,
      `select count(*)::int as found from audit_event where subject_type like 'auth%' or subject_type = 'letter'
      or coalesce(before::text, '') || coalesce(after::text, '') ~* 'password|token'`,
    );
    expect(rows).toEqual([{ found: 0 }]);
  });
});
