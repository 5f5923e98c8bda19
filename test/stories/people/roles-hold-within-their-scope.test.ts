import { atomically } from "@isonga/server/kernel/atomically";
import { insertGrant } from "@isonga/server/people/create-person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createPeopleWorld, DISABLE, GRANT, INVITE, PEOPLE, type PeopleWorld, type PersonAnswer, REVOKE } from "../../world/people.ts";

describe("roles hold within their scope", () => {
  let here: PeopleWorld;
  beforeAll(async () => {
    here = await createPeopleWorld();
  });
  afterAll(() => here.stop());

  it("refuses a coordinator who gives more than they have", async () => {
    const claudine = await here.coordinator();
    for (const grant of [
      { role: "ADMINISTRATOR" },
      { role: "COORDINATOR", jurisdictionId: here.huye.sector },
      { role: "STAFF", jurisdictionId: here.huye.elsewhere },
      { role: "AUDITOR" },
    ])
      expect(await claudine.refusal(INVITE, here.invitation("b@example.org", [grant])), JSON.stringify(grant)).toBe("FORBIDDEN");
    expect(await claudine.refusal(INVITE, here.invitation("b@example.org", [{ role: "STAFF" }]))).toBe("SCOPE_REQUIRED");
    const [me] = (await here.admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "claudine") { nodes { id } } }`)).people
      .nodes;
    expect(
      await claudine.refusal(GRANT, { input: { personId: me?.id, grant: { role: "VERIFIER", jurisdictionId: here.huye.sector } } }),
    ).toBe("FORBIDDEN");
  });

  it("offers a coordinator only their own roles and places, typing errors forgiven", async () => {
    const claudine = await here.coordinator();
    const SCOPES = `query ($scope: Scope!, $search: String!) { grantableScopes(scope: $scope, search: $search) { name trail } }`;
    expect(await (await here.staff()).refusal(SCOPES, { scope: "JURISDICTION", search: "" })).toBe("FORBIDDEN");
    expect(await claudine.data(SCOPES, { scope: "JURISDICTION", search: "ngomma" })).toEqual({
      grantableScopes: [{ name: "Ngoma", trail: ["Rwanda", "Huye"] }],
    });
    expect(await claudine.data(SCOPES, { scope: "JURISDICTION", search: "nyamagabe" })).toEqual({ grantableScopes: [] });
    expect(await claudine.data(SCOPES, { scope: "ROUND", search: "" })).toEqual({ grantableScopes: [] });
    expect(await here.admin.data(SCOPES, { scope: "JURISDICTION", search: "25" })).toEqual({
      grantableScopes: [{ name: "Nyamagabe", trail: ["Rwanda"] }],
    });
    expect(await claudine.data("{ grantableRoles { role scopes within } }")).toEqual({
      grantableRoles: [
        { role: "HEAD", scopes: ["AGENCY", "JURISDICTION"], within: [here.huye.district] },
        { role: "STAFF", scopes: ["JURISDICTION", "AGENCY"], within: [here.huye.district] },
        { role: "VERIFIER", scopes: ["JURISDICTION"], within: [here.huye.district] },
      ],
    });
    expect(await (await here.staff()).data("{ grantableRoles { role } }")).toEqual({ grantableRoles: [] });
  });

  it("shows coordinators their own people, administrators and auditors everybody, staff nobody", async () => {
    const auditor = await here.world.person("Odette", [{ role: "AUDITOR" }]);
    await here.staff();
    const names = async (client: Client, variables = {}) =>
      (await client.data<{ people: { nodes: { name: string }[] } }>(PEOPLE, variables)).people.nodes.map(({ name }) => name);
    await here.world.person("Elsewhere", [{ role: "STAFF", jurisdictionId: here.huye.elsewhere }]);
    expect(await names(await here.coordinator())).toEqual(["Claudine", "Samuel"]);
    expect(await names(auditor)).toContain("Elsewhere");
    expect(await names(here.admin, { role: "ADMINISTRATOR" })).toEqual(["Aline"]);
    expect(await names(here.admin, { search: "100%_" })).toEqual([]);
    expect(await (await here.staff()).refusal(PEOPLE)).toBe("FORBIDDEN");
    const [elsewhere] = (await here.admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "elsewhere") { nodes { id } } }`))
      .people.nodes;
    expect(await (await here.coordinator()).refusal(`query ($id: ID!) { person(id: $id) { name } }`, { id: elsewhere?.id })).toBe(
      "NOT_FOUND",
    );
    expect((await (await here.coordinator()).ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: elsewhere?.id })).data).toEqual({
      node: null,
    });
  });

  it("tells of a new role by letter, effective at once, and of the same role only once", async () => {
    const [samuel] = (await here.admin.data<{ people: { nodes: { id: string }[] } }>(`{ people(search: "samuel") { nodes { id } } }`))
      .people.nodes;
    const input = { personId: samuel?.id, grant: { role: "VERIFIER", jurisdictionId: here.huye.district } };
    const { grantRole } = await here.admin.data<{ grantRole: PersonAnswer }>(GRANT, { input });
    expect((await here.office.nextTo("samuel@example.org")).text).toContain("- Verifier: Huye");
    expect(await (await here.staff()).data("{ me { roles } }")).toEqual({ me: { roles: ["STAFF", "VERIFIER"] } });
    await here.admin.data(GRANT, { input });
    const verifier = grantRole.person?.grants.find(({ role }) => role === "VERIFIER");
    await here.admin.data(REVOKE, { input: { grantId: verifier?.id } });
    expect(await (await here.staff()).data("{ me { roles } }")).toEqual({ me: { roles: ["STAFF"] } });
    expect(here.office.letters.filter((letter) => letter.text?.includes("Verifier: Huye"))).toHaveLength(1);
  });

  it("never loses its last administrator, not even when two remove each other at once", async () => {
    const grantsOf = async (name: string) =>
      (
        await here.admin.data<{ people: { nodes: { id: string; version: number; grants: { id: string }[] }[] } }>(
          `query ($search: String) { people(search: $search) { nodes { id version grants { id } } } }`,
          { search: name },
        )
      ).people.nodes[0];
    const aline = await grantsOf("aline");
    expect(await here.admin.refusal(REVOKE, { input: { grantId: aline?.grants[0]?.id } })).toBe("LAST_ADMINISTRATOR");
    expect(await here.admin.refusal(DISABLE, { input: { id: aline?.id, version: aline?.version } })).toBe("FORBIDDEN");
    const berthe = await here.world.person("Berthe", [{ role: "ADMINISTRATOR" }]);
    const other = await grantsOf("berthe");
    const answers = await Promise.all([
      berthe.refusal(REVOKE, { input: { grantId: aline?.grants[0]?.id } }),
      here.admin.refusal(DISABLE, { input: { id: other?.id, version: other?.version } }),
    ]);
    expect(answers.filter((code) => code === null)).toHaveLength(1);
    if (answers[0] === null) {
      const ctx = here.world.app.operatorContext();
      await atomically(ctx, { verb: "test" }, () => insertGrant(ctx, String(aline?.id), { role: "ADMINISTRATOR" }));
    }
  });
});
