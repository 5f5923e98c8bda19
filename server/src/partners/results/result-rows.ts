import type { PublicationSnapshot } from "@isonga/schema/published-result";
import type DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { byId } from "../by-id.ts";
import type { ChildList } from "../children-by-parent.ts";
import { placeColumns } from "../places/place-rows.ts";
import type { PartnerPublication, PartnerResult } from "./result.type.ts";

const publicationColumns = sql`p.id, p.number, p.published_at as "publishedAt", p.public_from as "publicFrom",
  (select c.number from publication c where c.id = p.corrects_id) as corrects,
  (select min(c.number) from publication c where c.corrects_id = p.id and c.public_from <= now.at) as "correctedBy",
  p.reason, p.checksum, p.open_checksum as "openChecksum", p.round_id as "roundId"`;

/** Publications that the public may see at this instant; a condition follows. */
export const selectPublications = (ctx: Context) => sql`select ${publicationColumns}
  from publication p, (select ${ctx.now()}::timestamptz as at) now where p.public_from <= now.at`;

/** Publications of a round that the public may see, the newest first; or only the one with this number. */
export const publicationChildren = (ctx: Context, number: number | null = null): ChildList<PartnerPublication> => ({
  name: `round-publications:${number}`,
  columns: [sql`p.number`],
  descending: true,
  select: sql`select ${publicationColumns}`,
  from: sql`from publication p, (select ${ctx.now()}::timestamptz as at) now where p.round_id = parent.id and p.public_from <= now.at
    ${number === null ? sql`` : sql`and p.number = ${number}`}`,
  cursorOf: ({ number }) => [number],
});

export function publicationLoader(ctx: Context): DataLoader<string, PartnerPublication | null> {
  return byId<PartnerPublication>(ctx, { name: "publication", select: selectPublications(ctx), id: sql`p.id` });
}

/** Parts of a result that are large, each read only where it is asked for. */
const PARTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  ...Object.fromEntries(
    ["ancestors", "entry", "index", "ineligible", "metrics", "note", "previous", "prizes", "recognitions", "stages", "subject"].map(
      (part) => [part, sql`x.data -> ${sql.lit(part)} as ${sql.ref(part)}`],
    ),
  ),
  jurisdiction: sql`(select row_to_json(area) from (select ${placeColumns} from jurisdiction j where j.id = x.jurisdiction_id) area) as jurisdiction`,
};

/** Parts of a result as a list's name: two lists that read other parts are two. */
const partsOf = (asked: ReadonlySet<string>): readonly string[] => Object.keys(PARTS).filter((part) => asked.has(part));

const resultColumns = (asked: ReadonlySet<string>) =>
  sql.join([
    sql`x.id, x.level, x.rank, x.score, x.position, x.publication_id as "publicationId"`,
    ...partsOf(asked).flatMap((part) => PARTS[part] ?? []),
  ]);

/** Results in publications that the public may see; a condition follows. */
export const selectResults = (ctx: Context, asked: ReadonlySet<string>) => sql`select ${resultColumns(asked)} from published_result x
  join publication p on p.id = x.publication_id and p.public_from <= ${ctx.now()} where true`;

/** Results of a publication at one level, best first. */
export const resultChildren = (level: string, asked: ReadonlySet<string>): ChildList<PartnerResult> => ({
  name: `publication-results:${partsOf(asked)}:${level}`,
  columns: [sql`x.position`],
  select: sql`select ${resultColumns(asked)}`,
  from: sql`from published_result x where x.publication_id = parent.id and x.level = ${level}`,
  cursorOf: ({ position }) => [position],
});

/** An area's results in the publications in force, the newest round first. */
export const placeResults = (ctx: Context, asked: ReadonlySet<string>): ChildList<PartnerResult & { readonly publishedAt: string }> => ({
  name: `place-results:${partsOf(asked)}`,
  columns: [sql`p.published_at`, sql`x.id`],
  descending: true,
  select: sql`select ${resultColumns(asked)}, p.published_at as "publishedAt"`,
  from: sql`from published_result x join publication p on p.id = x.publication_id where x.jurisdiction_id = parent.id
    and p.public_from <= ${ctx.now()} and not exists
      (select from publication newer where newer.round_id = p.round_id and newer.number > p.number and newer.public_from <= ${ctx.now()})`,
  cursorOf: ({ publishedAt, id }) => [publishedAt, id],
});

/** What a publication's snapshot holds beside its rows. */
export type PublicationFacts = {
  readonly id: string;
  readonly prizes: PublicationSnapshot["prizes"];
  readonly levels: readonly Omit<PublicationSnapshot["levels"][number], "rows">[];
  readonly definition: unknown;
  readonly services: readonly string[];
  readonly sample: PublicationSnapshot["sample"];
};

const selectFacts = sql`select p.id, p.snapshot -> 'prizes' as prizes, p.snapshot -> 'instrument' -> 'definition' as definition,
  p.snapshot -> 'inputs' -> 'services' as services,
  nullif(p.snapshot -> 'sample', 'null') as sample,
  (select jsonb_agg(l.level - 'rows' order by l.at) from jsonb_array_elements(p.snapshot -> 'levels') with ordinality l(level, at)) as levels
  from publication p where true`;

/** Those facts, for publications that the asker was found to see. */
export function factsLoader(ctx: Context): DataLoader<string, PublicationFacts | null> {
  return byId<PublicationFacts>(ctx, { name: "publication-facts", select: selectFacts, id: sql`p.id` });
}
