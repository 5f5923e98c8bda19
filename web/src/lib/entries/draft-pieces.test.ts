import { expect, test } from "vitest";
import { joinSaves, saveAct } from "./entry-acts.ts";
import { newId } from "./new-id.ts";

test("an id made on the device is a UUID of version 7 that sorts by its moment", () => {
  const ids = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
});

test("two writings of one field become one that is made from what the first was made from; of two fields they stay two", () => {
  const item = { entryId: "e", name: "answer aim", value: "first", version: 3, after: null } as const;
  const waiting = { ...saveAct(item), person: "p", key: "k" };
  expect(joinSaves(waiting, saveAct({ ...item, value: "second", version: 4, after: "x" }))).toEqual({ ...item, value: "second" });
  expect(joinSaves(waiting, saveAct({ ...item, name: "answer benefit" }))).toBeNull();
});
