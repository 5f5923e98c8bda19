import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { byId } from "../by-id.ts";
import type { ChildList } from "../children-by-parent.ts";
import type { PartnerProgramme, PartnerRound } from "./programme.type.ts";

/** A round stays PUBLISHED in the tables while its first publication is under embargo; the public is told DECIDING until then. */
const roundColumns = (now: Date) => sql`r.id, r.code, r.names, r.descriptions, r.time_zone as "timeZone", r.illustrative,
  case when r.state = 'PUBLISHED' and not exists (select from publication p where p.round_id = r.id and p.public_from <= ${now})
    then 'DECIDING' else r.state end as state,
  r.programme_id as "programmeId", r.jurisdiction_id as "placeId"`;

/** Rounds that the public may know of; a condition follows. */
export const selectRounds = (ctx: Context) => sql`select ${roundColumns(ctx.now())} from round r where r.state <> 'DRAFT'`;

/** Programmes with a round that the public may know of; a condition follows. */
export const selectProgrammes = sql`select g.id, g.code, g.country, g.names, g.descriptions from programme g
  where exists (select from round r where r.programme_id = g.id and r.state <> 'DRAFT')`;

export function roundLoader(ctx: Context): DataLoader<string, PartnerRound | null> {
  return byId<PartnerRound>(ctx, { name: "round", select: selectRounds(ctx), id: sql`r.id` });
}

export function programmeLoader(ctx: Context): DataLoader<string, PartnerProgramme | null> {
  return byId<PartnerProgramme>(ctx, { name: "programme", select: selectProgrammes, id: sql`g.id` });
}

/** Rounds of a programme, the newest first. */
export const roundChildren = (ctx: Context): ChildList<PartnerRound> => ({
  name: "programme-rounds",
  columns: [sql`r.id`],
  descending: true,
  select: sql`select ${roundColumns(ctx.now())}`,
  from: sql`from round r where r.programme_id = parent.id and r.state <> 'DRAFT'`,
  cursorOf: ({ id }) => [id],
});
