import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { LIMITS } from "@isonga/schema/limits";
import { documentIdOf, persistedDocuments } from "@isonga/server/partners/persisted-documents";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPartnerWorld, get, getQuery, type PartnerWorld, ROUND, until } from "../stories/partners/partners.helper.ts";

const root = resolve(import.meta.dirname, "../..");
const text = readFileSync(resolve(root, "docs/partners.md"), "utf8");
const examples = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language} example\n([^]*?)\`\`\``, "g"))].map(([, code = ""]) => code);
let partner: PartnerWorld;

beforeAll(async () => {
  partner = await createPartnerWorld();
  await partner.publish();
  await until(
    () => get(partner.world, `/results/${ROUND}/1/results.json`),
    ({ status }) => status === 200,
  );
});
afterAll(() => partner?.stop());

test("every question in docs/partners.md is answered, with something in it", async () => {
  expect(examples("graphql")).toHaveLength(3);
  for (const example of examples("graphql")) {
    const answer = JSON.parse((await getQuery(partner.world, example)).text) as { errors?: unknown; data: Record<string, unknown> };
    expect(answer.errors).toBeUndefined();
    for (const [field, value] of Object.entries(answer.data)) expect([field, value]).not.toEqual([field, null]);
  }
});

test("every kept document is answered by its id, within the limits", async () => {
  const variables = JSON.stringify({ round: ROUND, level: "SECTOR", first: 100, country: "RW", code: "13" });
  for (const [documentId, document] of persistedDocuments()) {
    const answer = await get(partner.world, `/partner/graphql?${new URLSearchParams({ documentId, variables })}`);
    expect([document.split("\n")[1], answer.status, answer.text.slice(0, 8)]).toEqual([document.split("\n")[1], 200, '{"data":']);
  }
  for (const [, file = ""] of text.matchAll(/`(schema\/operations\/[^`]+)`/g))
    expect(persistedDocuments().has(documentIdOf(readFileSync(resolve(root, file), "utf8")))).toBe(true);
});

test("the verification in docs/partners.md finds a file whole, and a changed one not", async () => {
  const [example = ""] = examples("js");
  const verify = new Function("text", "createHash", `${example}; return whole;`) as (text: string, hash: typeof createHash) => boolean;
  const { text: file } = await get(partner.world, `/results/${ROUND}/1/results.json`);
  expect(verify(file, createHash)).toBe(true);
  expect(verify(file.replace('"rank":1,', '"rank":2,'), createHash)).toBe(false);
});

test("the limits that it tells are those that hold", () => {
  const numbers = [LIMITS.pageSize, LIMITS.pageSizeDefault, LIMITS.queryDepth, LIMITS.queryTokens, LIMITS.queryObjects];
  for (const limit of numbers) expect(text).toContain(limit.toLocaleString("en"));
});
