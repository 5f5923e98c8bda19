import { expect, test } from "vitest";
import { isUnauthenticated } from "./unauthenticated.ts";
import { refusalsIn } from "./use-act.ts";
import { append } from "./use-connection.ts";

test("a session that has run out is seen in errors and in payloads", () => {
  expect(isUnauthenticated({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] })).toBe(true);
  expect(isUnauthenticated({ data: { submitReport: { refusals: [{ code: "UNAUTHENTICATED" }] } } })).toBe(true);
  expect(isUnauthenticated({ errors: [{ extensions: { code: "FORBIDDEN" } }], data: { a: null } })).toBe(false);
  expect(isUnauthenticated({ data: { me: { name: "UNAUTHENTICATED" }, count: 3 } })).toBe(false);
});

test("refusals of all payloads are gathered", () => {
  expect(refusalsIn({ one: { refusals: [{ code: "REQUIRED" }] }, two: { refusals: [] }, three: null })).toEqual([{ code: "REQUIRED" }]);
  expect(refusalsIn(undefined)).toEqual([]);
});

test("a later page is put at the end of its connection, wherever that stands", () => {
  type Data = { readonly round: { readonly name: string; readonly entries: Rows } };
  type Rows = {
    readonly nodes: readonly string[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  const page = (nodes: readonly string[], endCursor: string, hasNextPage: boolean): Data => ({
    round: { name: "2022", entries: { nodes, pageInfo: { hasNextPage, endCursor } } },
  });
  const both = append(page(["a", "b"], "B", true), page(["c"], "C", false), (data) => data.round.entries);
  expect(both).toEqual(page(["a", "b", "c"], "C", false));
});
