import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";

describe("entries are printed", () => {
  let custody: CustodyWorld;
  let id: string;

  beforeAll(async () => {
    custody = await createCustodyWorld();
    id = await custody.draft("Sanjo Barokah");
  });
  afterAll(() => custody.stop());

  const get = (who: Client, path: string) => who.fetch(`/print/${path}`);

  it("gives nothing to nobody, to another region, or to a verifier before it is handed in", async () => {
    expect((await get(custody.world.visitor, `entries/${id}.pdf`)).status).toBe(401);
    expect((await get(custody.world.visitor, "forms/iga-2026.pdf")).status).toBe(401);
    for (const who of [custody.people.muara, custody.people.vina]) {
      const refused = await get(who, `entries/${id}.pdf`);
      expect(refused.status).toBe(404);
      expect(await refused.text()).not.toContain("Sanjo");
    }
    expect((await get(custody.people.sari, "entries/nothing.pdf")).status).toBe(404);
    expect((await get(custody.people.sari, "forms/no-such-round.pdf")).status).toBe(404);
  });

  it.each(["en", "rw", "id"])("gives an entry and the blank form as a tagged PDF, in %s", async (language) => {
    for (const path of [`entries/${id}.pdf`, "forms/iga-2026.pdf"]) {
      const answer = await get(custody.people.sari, `${path}?language=${language}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="?(entry|form)-[\w-]+\.pdf"?$/);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.toString("latin1")).toContain(`/Lang (${language})`);
      expect(bytes.toString("latin1")).toContain("/StructTreeRoot");
      const folder = process.env["SCREENSHOTS"];
      if (folder) writeFileSync(`${folder}/${path.slice(0, 5)}-${language}.pdf`, bytes);
    }
  });
});
