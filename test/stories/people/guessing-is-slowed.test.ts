import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, PASSWORD, type World } from "../../world/world.ts";

describe("guessing is slowed", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ slowGuessing: true });
    for (const name of ["Aline", "Berthe", "Claire"]) await world.person(name, [{ role: "ADMINISTRATOR" }]);
  });
  afterAll(() => world.stop());

  const signIn = (email: string, password: string, claimed?: string) =>
    world.visitor.fetch("/auth/sign-in/email", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(claimed ? { "x-forwarded-for": claimed, "x-isonga-client-address": claimed } : {}),
      },
      body: JSON.stringify({ email, password }),
    });

  it("lets five tries at one account through and then says how long to wait, even with the right password", async () => {
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn("berthe@example.org", `guess number ${tries}`)).status).toBe(401);
    const refused = await signIn("berthe@example.org", PASSWORD);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
  });

  it("is not fooled by an address the client claims, nor by another spelling of the account", async () => {
    expect((await signIn("BERTHE@example.org", PASSWORD, "203.0.113.7")).status).toBe(429);
    expect((await signIn(" berthe@example.org", PASSWORD, "203.0.113.8")).status).not.toBe(200);
  });

  it("counts tries at accounts that do not exist all the same", async () => {
    const statuses = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await signIn("nobody@example.org", "a guess at nobody")).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("forgets the tries once the password was right, and leaves others alone", async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) await signIn("claire@example.org", "almost the password");
      expect((await signIn("claire@example.org", PASSWORD)).status).toBe(200);
    }
  });

  it("writes three reset letters an hour to one person and says nothing of it", async () => {
    for (let tries = 0; tries < 5; tries += 1)
      expect((await world.visitor.post("/auth/request-password-reset", { email: "claire@example.org" })).status).toBe(200);
    const admin = await world.signIn("aline@example.org");
    const { letters } = await admin.data<{ letters: { nodes: unknown[] } }>(`{ letters(search: "claire") { nodes { id } } }`);
    expect(letters.nodes).toHaveLength(3);
  });

  it("stops one address that goes through many accounts", async () => {
    const statuses = new Set<number>();
    for (let person = 0; person < 30; person += 1)
      statuses.add((await signIn(`person${person}@example.org`, "one password for all")).status);
    expect([...statuses].sort()).toEqual([401, 429]);
  });
});
