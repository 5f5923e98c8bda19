import { type RawBuilder, sql } from "kysely";
import { type Actor, hasRoleAt, pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import { likeText, searchTerm } from "../../places/search-text.ts";
import { ofOffice } from "../entries/entry.policy.ts";
import { INNOVATION_COLUMNS, innovationLoader } from "./find-innovation.ts";
import type { InnovationConnection, InnovationsArgs, InnovationView } from "./innovation.type.ts";

/** Who sees an innovation as it is now: its office, and the coordinators above. Others see what was handed in: its entries. */
export const innovationPolicy = {
  view: (actor: Actor, innovation: { readonly agencyId: string | null; readonly path: string }): boolean =>
    ofOffice(actor, innovation, "STAFF", "HEAD") || hasRoleAt(actor, innovation.path, "COORDINATOR", "ADMINISTRATOR", "AUDITOR"),
};

/** The innovations that the asker may see, the newest first: one statement a page. */
export async function listInnovations(ctx: Context, args: InnovationsArgs): Promise<InnovationConnection> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`i.id`], descending: true });
  const conditions = sql.join([innovationVisibleSql(ctx.actor), ...filters(args), where], sql` and `);
  const { rows } =
    await sql<InnovationView>`select ${INNOVATION_COLUMNS} from innovation i join jurisdiction place on place.id = i.jurisdiction_id
    where ${conditions} ${orderBy} ${limit}`.execute(ctx.db);
  return connectionFrom(rows, page, ({ id }) => [id]);
}

/** The innovation, or null when there is none or the asker may not see it. */
export async function findVisibleInnovation(ctx: Context, id: string): Promise<InnovationView | null> {
  const found = (await innovationLoader(ctx).load(id)) as InnovationView | null;
  return found && innovationPolicy.view(ctx.actor, found) ? found : null;
}

/** `innovationPolicy.view` for statements in which `i` is the innovation and `place` its region. A test holds the two together. */
export function innovationVisibleSql(actor: Actor): RawBuilder<boolean> {
  const paths = pathsWithRole(actor, "STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR", "AUDITOR");
  return sql<boolean>`(${subtreesSql(paths, "place")} or i.agency_id = any(${officesOf(actor)}::uuid[]))`;
}

/** Ids of the offices that the actor was granted by themselves. */
export function officesOf(actor: Actor): string[] {
  return actor.grants.flatMap(({ role, scope }) => (scope.kind === "AGENCY" && (role === "STAFF" || role === "HEAD") ? [scope.id] : []));
}

/** Innovations for `node(id:)`. */
export const innovationNodes: NodeSource = { typename: "Innovation", table: "innovation", find: findVisibleInnovation };

function* filters(args: InnovationsArgs): Generator<RawBuilder<boolean>> {
  if (args.agencyId) yield sql<boolean>`i.agency_id = ${checkedId(args.agencyId, "agencyId")}::uuid`;
  if (args.jurisdictionId)
    yield sql<boolean>`place.path <@ (select path from jurisdiction where id = ${checkedId(args.jurisdictionId, "jurisdictionId")}::uuid)`;
  const term = searchTerm(args.search ?? "").slice(0, 100);
  if (term !== "") yield sql<boolean>`lower(i.title) like ${`%${likeText(term)}%`}`;
}
