import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { documentIdOf, persistedDocuments } from "@isonga/server/partners/persisted-documents";
import { buildPartnerSchema } from "@isonga/server/schemas";
import { buildSchema, type GraphQLSchema, parse, printSchema, validate } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";

const folder = resolve(import.meta.dirname, "../../schema");
const released = readFileSync(join(folder, "released/partner.graphql"), "utf8");
const documentsIn = (name: string) =>
  readdirSync(join(folder, name)).map((file) => ({ file: `${name}/${file}`, text: readFileSync(join(folder, name, file), "utf8") }));

let now: GraphQLSchema;
beforeAll(async () => {
  // Printed and read again: what is promised is the SDL, not what lies behind it.
  now = buildSchema(printSchema(await buildPartnerSchema()));
});

describe("the promise to partners", () => {
  it("takes back nothing of what was released", async () => {
    expect(await broken(released, now)).toEqual([]);
  });

  it("answers every operation that was released, and those of now, by their ids too", () => {
    const documents = [...documentsIn("released/operations"), ...documentsIn("operations")];
    expect(documents.length).toBeGreaterThan(4);
    for (const { file, text } of documents) {
      expect([file, validate(now, parse(text)).map(({ message }) => message)]).toEqual([file, []]);
      expect([file, persistedDocuments().get(documentIdOf(text))]).toEqual([file, text]);
    }
  });

  it("is told to partners, release by release", () => {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toContain(`## ${version}`);
  });
});

describe("the gate itself", () => {
  const changed = (from: string | RegExp, to: string) => {
    const text = released.replace(from, to);
    expect(text).not.toBe(released);
    return broken(released, buildSchema(text));
  };

  it("refuses a field that is gone, a value that may be missing, an argument that must be given, a state that is gone", async () => {
    expect(await changed(/ {2}"""Score of 0–100[^"]*"""\n {2}score: Decimal\n/, "")).toEqual(["Result.score"]);
    expect(await changed("jurisdiction: Jurisdiction!\n\n", "jurisdiction: Jurisdiction\n\n")).not.toEqual([]);
    expect(await changed("codeSystem: String\n", "codeSystem: String!\n")).not.toEqual([]);
    expect(await changed("  DECIDING\n", "")).not.toEqual([]);
  });

  it("lets the schema grow", async () => {
    expect(await changed("type PageInfo {\n", "type PageInfo {\n  count: Int\n")).toEqual([]);
  });
});

async function broken(before: string, after: GraphQLSchema): Promise<readonly string[]> {
  const changes = await diff(buildSchema(before), after);
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ path, message }) => path ?? message);
}
