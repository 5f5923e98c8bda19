import { Refusal } from "../refusal.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id of ours. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The id, or INVALID_VALUE for a text that can be none: PostgreSQL would call it a fault. */
export function checkedId(text: string, field = "id"): string {
  if (!isId(text)) throw new Refusal("INVALID_VALUE", { field });
  return text;
}
