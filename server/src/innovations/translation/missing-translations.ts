import { LANGUAGES, type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { MissingTranslation } from "./translation.type.ts";

const MOST = 500;

type Row = {
  readonly kind: string;
  readonly id: string;
  readonly country: string | null;
  readonly code: string;
  readonly name: string | null;
  readonly part: string;
  readonly texts: LocalizedText;
};

/**
 * What programmes, rounds, services, areas and offices say in some languages and not in all; at most 500. Names of areas and offices count
 * only where somebody began to give them by language: the official one is enough otherwise. What was published stays as it is said.
 */
export async function missingTranslations(ctx: Context): Promise<readonly MissingTranslation[]> {
  const lacks = (column: string) => {
    const of = sql.ref(column);
    const each = LANGUAGES.map((language) => sql`coalesce(${of} ->> ${language}, '') = ''`);
    const any = LANGUAGES.map((language) => sql`coalesce(${of} ->> ${language}, '') <> ''`);
    return sql`((${sql.join(each, sql` or `)}) and (${sql.join(any, sql` or `)}))`;
  };
  const { rows } = await sql<Row>`select * from (
      select 1 as at, 'PROGRAMME' as kind, id, null as country, code, null as name, 'names' as part, names as texts from programme where ${lacks("names")}
      union all select 1, 'PROGRAMME', id, null, code, null, 'descriptions', descriptions from programme where ${lacks("descriptions")}
      union all select 2, 'ROUND', id, null, code, null, 'names', names from round where state <> 'PUBLISHED' and ${lacks("names")}
      union all select 2, 'ROUND', id, null, code, null, 'descriptions', descriptions from round where state <> 'PUBLISHED' and ${lacks("descriptions")}
      union all select 3, 'SERVICE', id, null, code, null, 'names', names from service where ${lacks("names")}
      union all select 3, 'SERVICE', id, null, code, null, 'descriptions', descriptions from service where ${lacks("descriptions")}
      union all select 4, 'AGENCY', a.id, j.country, j.code, a.name, 'names', a.names from agency a
        join jurisdiction j on j.id = a.jurisdiction_id where ${lacks("a.names")}
      union all select 5, 'JURISDICTION', id, country, code, name, 'names', names from jurisdiction where ${lacks("names")}
    ) missing order by at, id, part desc limit ${MOST}`.execute(ctx.db);
  return rows.map(({ kind, id, country, code, name, part, texts }) => ({
    kind,
    id,
    country,
    code,
    name: name ?? pickText(texts, ctx.language),
    part,
    missing: LANGUAGES.filter((language: Language) => (texts[language] ?? "").trim() === ""),
  }));
}
