import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { nameSql } from "../../people/grants/find-scope.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { judgingPolicy } from "../judging.policy.ts";
import type { ConflictingPairsArgs, ConflictsArgs } from "./conflict.inputs.ts";
import type { ConflictingPair, ConflictStatement } from "./conflict.type.ts";
import { conflictPairsSql } from "./conflict-pairs.ts";

/** Who must not judge what in a round, by judge and entry, for whoever oversees it: in force now. Refuses NOT_FOUND to others. */
export async function listConflictingPairs(ctx: Context, args: ConflictingPairsArgs): Promise<Connection<ConflictingPair>> {
  const roundId = await overseenRound(ctx, args.roundId);
  const page = pageOf(args);
  const order = [
    sql`j.code collate "C"`,
    sql`coalesce(e.reference, '') collate "C"`,
    sql`e.id`,
    sql`p.kind`,
    sql`coalesce(p.detail, '')`,
    sql`coalesce(p.conflict_id, '00000000-0000-0000-0000-000000000000'::uuid)`,
  ];
  const { where, orderBy, limit } = keyset(page, { columns: order });
  const pairs = conflictPairsSql(
    {
      roundId,
      ...(args.judgeId ? { judgeIds: [checkedId(args.judgeId, "judgeId")] } : {}),
      ...(args.entryId ? { entryIds: [checkedId(args.entryId, "entryId")] } : {}),
    },
    ctx.language,
  );
  const { rows } =
    await sql<ConflictingPair>`select j.id as "judgeId", j.code as "judgeCode", person.name as "judgeName", e.id as "entryId", e.reference,
      e.title, p.kind, p.origin, p.conflict_id as "conflictId", p.detail
    from (${pairs}) p join judge j on j.id = p.judge_id join person on person.id = j.person_id join entry e on e.id = p.entry_id
    where ${args.origin ? sql<boolean>`p.origin = ${args.origin}` : sql<boolean>`true`} and ${where} ${orderBy} ${limit}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [
    row.judgeCode,
    row.reference ?? "",
    row.entryId,
    row.kind,
    row.detail ?? "",
    row.conflictId ?? "00000000-0000-0000-0000-000000000000",
  ]);
}

/** What judges and chairs of a round said, the newest first, also what was lifted, for whoever oversees it. Refuses NOT_FOUND to others. */
export async function listConflictStatements(ctx: Context, args: ConflictsArgs): Promise<Connection<ConflictStatement>> {
  const roundId = await overseenRound(ctx, args.roundId);
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`c.id`], descending: true });
  const judge = args.judgeId ? sql<boolean>`j.id = ${checkedId(args.judgeId, "judgeId")}::uuid` : sql<boolean>`true`;
  const { rows } =
    await sql<ConflictStatement>`select c.id, j.id as "judgeId", j.code as "judgeCode", person.name as "judgeName", c.origin, c.kind,
      ${nameSql("area", ctx.language)} as place, ${nameSql("agency", ctx.language)} as agency, coalesce(e.reference, e.title) as entry, c.note,
      writer.name as by, c.at, c.lifted_at as "liftedAt", lifter.name as "liftedBy", c.lifted_reason as "liftedReason"
    from conflict c join judge j on j.id = c.judge_id join person on person.id = j.person_id
    left join jurisdiction area on area.id = c.jurisdiction_id left join agency on agency.id = c.agency_id left join entry e on e.id = c.entry_id
    left join person writer on writer.id = c.by_id left join person lifter on lifter.id = c.lifted_by
    where j.round_id = ${roundId}::uuid and ${judge} and ${where} ${orderBy} ${limit}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [row.id]);
}

/** The round's id for whoever oversees its judging. Refuses NOT_FOUND. */
export async function overseenRound(ctx: Context, roundId: string): Promise<string> {
  const round = findable(await findRound(ctx, { id: checkedId(roundId, "roundId") }), ({ id, path, state }) =>
    judgingPolicy.oversee(ctx.actor, { roundId: id, path, roundState: state }),
  );
  return round.id;
}
