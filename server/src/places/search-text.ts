import { type RawBuilder, sql } from "kysely";

/** All names of the area `j` as one text in lower case, as the index `jurisdiction_search` has it. */
export const SEARCH_TEXT: RawBuilder<string> = sql<string>`lower(j.name || ' ' || coalesce(j.names ->> 'en', '') || ' ' ||
  coalesce(j.names ->> 'rw', '') || ' ' || coalesce(j.names ->> 'id', ''))`;

/** What was typed, as it is looked for: lower case, single spaces. */
export function searchTerm(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** A text inside a `like` pattern. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
