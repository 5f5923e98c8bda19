import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import { byEntry } from "../answers/answer-loaders.ts";

/** A claim as the database has it. */
export type ClaimRow = {
  readonly entryId: string;
  readonly indicator: string;
  readonly claimed: number;
  readonly verified: number | null;
  readonly note: string | null;
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant;
};

/** How much evidence an entry has for a row or a field, and when a piece was last added there or taken away. */
export type EvidenceCount = {
  readonly entryId: string;
  readonly indicator: string | null;
  readonly field: string | null;
  readonly count: number;
  readonly changedAt: Instant;
};

/** The claims of an entry, batched by its id. */
export function claimLoader(ctx: Context): DataLoader<string, readonly ClaimRow[]> {
  return memoized(ctx, claimLoader, () => {
    return new DataLoader<string, readonly ClaimRow[]>(async (ids) => {
      const { rows } = await sql<ClaimRow>`select c.entry_id as "entryId", c.indicator, c.claimed, c.verified, c.note, c.version,
          writer.name as "changedBy", c.changed_at as "changedAt"
        from entry_claim c left join person writer on writer.id = c.changed_by
        where c.entry_id = any(${[...ids]}::uuid[]) order by c.entry_id, c.indicator`.execute(ctx.db);
      return byEntry(ids, rows);
    });
  });
}

/** How much evidence there is, batched by entry: what was removed or found infected does not count. */
export function evidenceCountLoader(ctx: Context): DataLoader<string, readonly EvidenceCount[]> {
  return memoized(ctx, evidenceCountLoader, () => {
    return new DataLoader<string, readonly EvidenceCount[]>(async (ids) => {
      const { rows } = await sql<EvidenceCount>`select entry_id as "entryId", indicator, field,
          count(*) filter (where removed_at is null and scan <> 'INFECTED')::int as count, coalesce(max(greatest(added_at, removed_at)) filter (where scan <> 'INFECTED'), 'epoch') as "changedAt"
        from evidence where entry_id = any(${[...ids]}::uuid[])
        group by entry_id, indicator, field`.execute(ctx.db);
      return byEntry(ids, rows);
    });
  });
}
