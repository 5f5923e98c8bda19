import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import { pathsWithRole, type Role } from "../kernel/actor.ts";
import { findable } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../kernel/graphql/connection.ts";
import { checkedId } from "../kernel/graphql/ids.ts";
import type { NodeSource } from "../kernel/graphql/node-sources.ts";
import { personPolicy } from "./person.policy.ts";
import { type PersonRow, personRows, presentPerson } from "./person-rows.ts";
import type { PersonState, PersonView } from "./person-view.type.ts";

export type PeopleFilter = { readonly search?: string | null; readonly role?: Role | null; readonly state?: PersonState | null };

/** Whom the asker may see, by name; `search` finds a part of the name or address. */
export async function listPeople(ctx: Context, args: PageArgs, filter: PeopleFilter): Promise<Connection<PersonView>> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`person.name`, sql`person.id`] });
  const rows = await personRows(ctx, sql`${visible(ctx)} and ${matching(filter)} and ${where} ${orderBy} ${limit}`);
  return connectionFrom(
    rows.map((row) => presentPerson(ctx, row)),
    page,
    (person) => [person.name, person.id],
  );
}

/** One person whom the asker may see. Refuses NOT_FOUND. */
export async function findPerson(ctx: Context, id: string): Promise<PersonView> {
  return presentPerson(ctx, await visiblePersonRow(ctx, id));
}

/** One person's row, for verbs. Refuses NOT_FOUND to who may not see them. */
export async function visiblePersonRow(ctx: Context, id: string): Promise<PersonRow> {
  const [row] = await personRows(ctx, sql`person.id = ${checkedId(id)}`);
  return findable(row, (person) => personPolicy.view(ctx.actor, person));
}

/** For `node(id:)`. */
export const personNodes: NodeSource = {
  typename: "Person",
  table: "person",
  find: async (ctx, id) => {
    const [row] = await personRows(ctx, sql`person.id = ${id}`);
    return row && personPolicy.view(ctx.actor, row) ? presentPerson(ctx, row) : null;
  },
};

function visible(ctx: Context) {
  if (personPolicy.viewAll(ctx.actor)) return sql<boolean>`true`;
  const paths = pathsWithRole(ctx.actor, "COORDINATOR");
  const below = (path: RawBuilder<unknown>) =>
    paths === "EVERYWHERE" ? sql<boolean>`${path} is not null` : sql<boolean>`${path} <@ any(${[...paths]}::ltree[])`;
  return sql<boolean>`(person.id = ${ctx.actor.id} or ${below(sql`lost.path`)} or exists (select from role_grant g left join agency on agency.id = g.agency_id
    join jurisdiction place on place.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id)
    where g.person_id = person.id and ${below(sql`place.path`)}))`;
}

function matching({ search, role, state }: PeopleFilter) {
  const words =
    search
      ?.trim()
      .slice(0, LIMITS.searchLength)
      .replaceAll(/[\\%_]/g, "\\$&") ?? "";
  const conditions = [
    words ? sql<boolean>`(person.name || ' ' || person.email) ilike ${`%${words}%`}` : sql<boolean>`true`,
    role ? sql<boolean>`exists (select from role_grant g where g.person_id = person.id and g.role = ${role})` : sql<boolean>`true`,
    state ? sql<boolean>`person.state = ${state}` : sql<boolean>`true`,
  ];
  return sql.join(conditions, sql` and `);
}
