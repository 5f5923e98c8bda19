import { type RawBuilder, sql } from "kysely";

/** All names of the area under an alias as one text in lower case, as the index `jurisdiction_search` has it. */
export function searchTextOf(alias: "a" | "j"): RawBuilder<string> {
  const [name, names] = [sql.ref(`${alias}.name`), sql.ref(`${alias}.names`)];
  return sql<string>`lower(${name} || ' ' || coalesce(${names} ->> 'en', '') || ' ' ||
    coalesce(${names} ->> 'rw', '') || ' ' || coalesce(${names} ->> 'id', ''))`;
}

/** That of the area `j`. */
export const SEARCH_TEXT: RawBuilder<string> = searchTextOf("j");

/** What was typed, as it is looked for: lower case, single spaces. */
export function searchTerm(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** A text inside a `like` pattern. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
