import type { Language, LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Jurisdiction } from "./jurisdiction.type.ts";

/** A row of the table as {@link jurisdictionColumns} selects it. */
export type JurisdictionRow = Omit<Jurisdiction, "officialName" | "names"> & { readonly names: LocalizedText };

/** The columns of an area, of the table under this alias. */
export function jurisdictionColumns(alias = "j"): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column("id")}, ${column("country")}, ${column("level")}, ${column("code")}, ${column("name")}, ${column("names")},
    ${column("parent_id")} as "parentId", ${column("path")}::text as path, ${column("population")},
    ${column("valid_from")} as "validFrom", ${column("valid_to")} as "validTo", ${column("version")}`;
}

/** The contract of a row for a reader. */
export function jurisdictionOf(row: JurisdictionRow, language: Language): Jurisdiction {
  return { ...row, officialName: row.name, name: placeName(row, language) };
}

/** The name a reader sees: in their language, else in English, else the official one. */
export function placeName(place: { readonly name: string; readonly names: LocalizedText }, language: Language): string {
  return place.names[language] || place.names.en || place.name;
}

/**
 * The condition that the table under this alias lies at or below the dotted path, using the index on paths: for any statement that
 * joins `jurisdiction`.
 */
export function subtreeSql(path: string, alias = "j"): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${alias}.path`)} <@ ${path}::text::ltree`;
}

/** As {@link subtreeSql} for several paths, e.g. of `pathsWithRole`: everywhere, or at or below any of them (none: nowhere). */
export function subtreesSql(paths: "EVERYWHERE" | readonly string[], alias = "j"): RawBuilder<boolean> {
  if (paths === "EVERYWHERE") return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(`${alias}.path`)} <@ any(${[...paths]}::text[]::ltree[])`;
}

/** A code as a label of a path: every character that is neither letter nor digit becomes `_`. */
export function pathLabel(code: string): string {
  return code.replace(/[^A-Za-z0-9]/g, "_");
}

/** The areas that a condition on `j` finds. */
export async function selectJurisdictions(ctx: Context, where: RawBuilder<boolean>): Promise<readonly Jurisdiction[]> {
  const { rows } = await sql<JurisdictionRow>`select ${jurisdictionColumns()} from jurisdiction j where ${where}`.execute(ctx.db);
  return rows.map((row) => jurisdictionOf(row, ctx.language));
}
