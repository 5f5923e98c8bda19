import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "../../world/world.ts";

describe("nobody gets in without a key", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.stop());

  it("refuses a wrong password and an unknown address alike", async () => {
    await world.person("Aline", [{ role: "ADMINISTRATOR" }]);
    const wrong = await world.visitor.post("/auth/sign-in/email", { email: "aline@example.org", password: "not the right one" });
    const unknown = await world.visitor.post("/auth/sign-in/email", { email: "nobody@example.org", password: "not the right one" });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it("refuses to make an account for whoever asks", async () => {
    const answer = await world.visitor.post("/auth/sign-up/email", {
      email: "me@example.org",
      password: "a long enough password",
      name: "Me",
    });
    expect(answer.ok).toBe(false);
  });

  it("knows who is signed in, and nobody for the public", async () => {
    const berthe = await world.person("Berthe", [{ role: "ADMINISTRATOR" }, { role: "AUDITOR" }], "rw");
    expect(await world.visitor.data("{ me { id } }")).toEqual({ me: null });
    expect(await berthe.data("{ me { name email language roles } }")).toEqual({
      me: { name: "Berthe", email: "berthe@example.org", language: "rw", roles: ["ADMINISTRATOR", "AUDITOR"] },
    });
  });

  it("keeps the session out of the page's reach", async () => {
    const response = await world.visitor.post("/auth/sign-in/email", { email: "aline@example.org", password: "a long enough password" });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/httponly/i);
    expect(cookie).toMatch(/samesite=lax/i);
  });
});
