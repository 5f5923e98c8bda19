import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { byId } from "../by-id.ts";
import type { ChildList } from "../children-by-parent.ts";
import type { PartnerPlace } from "./place.type.ts";

/** The columns of an area as partners see it, of the table `j`. */
export const placeColumns = sql`j.id, j.country, j.level, j.code, j.name as "officialName", j.names, j.population,
  j.valid_from as "validFrom", j.valid_to as "validTo", j.path::text as path, j.parent_id as "parentId"`;

/** All areas; a condition follows. */
export const selectPlaces = sql`select ${placeColumns} from jurisdiction j where true`;

export const placeCursor = ({ officialName, id }: PartnerPlace): readonly unknown[] => [officialName, id];
export const placeOrder = [sql`j.name`, sql`j.id`];

/** Areas directly below one. */
export const placeChildren: ChildList<PartnerPlace> = {
  name: "place-children",
  columns: placeOrder,
  select: sql`select ${placeColumns}`,
  from: sql`from jurisdiction j where j.parent_id = parent.id`,
  cursorOf: placeCursor,
};

/** Areas by id, batched. */
export function placeLoader(ctx: Context): DataLoader<string, PartnerPlace | null> {
  return byId<PartnerPlace>(ctx, { name: "place", select: selectPlaces, id: sql`j.id` });
}

/** Areas by their dotted path, batched: all ancestors of a page in one statement. */
export function placeByPathLoader(ctx: Context): DataLoader<string, PartnerPlace | null> {
  return memoized(
    ctx,
    placeByPathLoader,
    () =>
      new DataLoader<string, PartnerPlace | null>(async (paths) => {
        const { rows } = await sql<PartnerPlace>`${selectPlaces} and j.path = any(${[...paths]}::ltree[])`.execute(ctx.db);
        const found = new Map(rows.map((row) => [row.path, row]));
        return paths.map((path) => found.get(path) ?? null);
      }),
  );
}
