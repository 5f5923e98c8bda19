import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { printSdl } from "@isonga/server/kernel/graphql/print-sdl";
import { SCHEMAS } from "@isonga/server/schemas";
import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { PUBLIC_FIELDS } from "./public-fields.ts";

const folder = resolve(import.meta.dirname, "../../schema");

describe.each(SCHEMAS.map(({ file, build }) => ({ file, build })))("$file", ({ file, build }) => {
  it("is committed as the resolvers make it", async () => {
    expect(await readFile(resolve(folder, file), "utf8")).toBe(printSdl(await build()));
  });

  it("describes every type, field, argument and input", async () => {
    expect(undescribed(await build())).toEqual([]);
  });

  it("opens to the public what the list says and nothing else", async () => {
    const name = file.replace(".graphql", "") as keyof typeof PUBLIC_FIELDS;
    expect(publicFields(await build())).toEqual([...PUBLIC_FIELDS[name]].sort());
  });

  it("takes an idempotency key and answers refusals on every mutation", async () => {
    const schema = await build();
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    for (const field of fields) {
      expect(
        field.args.map((arg) => arg.name),
        field.name,
      ).toContain("idempotencyKey");
      const payload = schema.getType(String(field.type).replace(/!$/, ""));
      expect(isObjectType(payload) && payload.getInterfaces().map((face) => face.name), field.name).toContain("MutationPayload");
    }
  });
});

function publicFields(schema: GraphQLSchema): readonly string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .flatMap((type) => Object.values(type?.getFields() ?? {}).map((field) => ({ type, field })))
    .filter(({ field }) => field.extensions["guard"] === "PUBLIC")
    .map(({ type, field }) => `${type?.name}.${field.name}`)
    .sort();
}

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}

function undescribed(schema: GraphQLSchema): readonly string[] {
  const missing: string[] = [];
  const check = (path: string, described: { readonly description?: string | null | undefined }) => {
    if (!described.description?.trim()) missing.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || ["String", "Int", "Float", "Boolean", "ID"].includes(type.name)) continue;
    if (!isRoot(schema, type)) check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    if (isEnumType(type)) check(type.name, type);
  }
  return missing;
}
