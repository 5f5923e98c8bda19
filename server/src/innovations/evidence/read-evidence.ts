import DataLoader from "dataloader";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import { type EntryFacts, entryPolicy } from "../entries/entry.policy.ts";
import { entryRulesLoader } from "../forms/entry-ground.ts";
import { evidencePolicy } from "./evidence.policy.ts";
import type { EvidenceKind, EvidenceShape, EvidenceShelf, EvidenceView, ScanState } from "./evidence.type.ts";
import { changeRefusal } from "./evidence-ground.ts";

/** A piece of evidence as the database has it, with what its policy asks of its entry. */
export type EvidenceRow = EntryFacts & {
  readonly id: string;
  readonly entryId: string;
  readonly indicator: string | null;
  readonly field: string | null;
  readonly shape: EvidenceShape;
  readonly name: string;
  readonly neutralName: string;
  readonly link: string | null;
  readonly fileKey: string | null;
  readonly mediaType: string | null;
  readonly size: string | null;
  readonly sha256: string | null;
  readonly scan: ScanState;
  readonly addedBy: string | null;
  readonly addedAt: Instant;
  readonly removedBy: string | null;
  readonly removedAt: Instant | null;
  readonly removedReason: string | null;
  readonly purgedAt: Instant | null;
};

/** All evidence of entries, removed pieces too, oldest first, batched by the entry's id. Asks no policy: the entries were seen. */
export function evidenceLoader(ctx: Context): DataLoader<string, readonly EvidenceRow[]> {
  return memoized(ctx, evidenceLoader, () => {
    return new DataLoader<string, readonly EvidenceRow[]>(
      async (ids) => {
        const { rows } = await sql<EvidenceRow>`${EVIDENCE} where v.entry_id = any(${[...ids]}::uuid[]) order by v.added_at, v.id`.execute(
          ctx.db,
        );
        const grouped = Map.groupBy(rows, ({ entryId }) => entryId);
        return ids.map((id) => grouped.get(id) ?? []);
      },
      // a change answers with what it left, in the same request
      { cache: false },
    );
  });
}

/** One piece, if the asker may open it; else null. */
export async function findOpenable(ctx: Context, id: string): Promise<EvidenceRow | null> {
  const { rows } = await sql<EvidenceRow>`${EVIDENCE} where v.id = ${id}::uuid`.execute(ctx.db);
  const [row] = rows;
  return row && isOpenable(ctx, row) ? row : null;
}

/** The evidence of an entry. Refuses NOT_FOUND to who may not see the entry. */
export async function evidenceShelf(ctx: Context, entryId: string): Promise<EvidenceShelf> {
  const { rows } = await sql<
    EntryFacts & { instrumentId: string }
  >`select e.kind, e.state, place.path::text as path, e.agency_id as "agencyId",
      e.round_id as "roundId", e.instrument_id as "instrumentId"
    from entry e join jurisdiction place on place.id = e.jurisdiction_id where e.id = ${checkedId(entryId, "entryId")}::uuid`.execute(
    ctx.db,
  );
  const facts = findable(rows[0], (found) => entryPolicy.view(ctx.actor, found));
  const [all, { verification }, refusal] = await Promise.all([
    evidenceLoader(ctx).load(entryId),
    entryRulesLoader(ctx).load(facts.instrumentId),
    changeRefusal(ctx, facts),
  ]);
  const pieces = all.map((row) => evidenceView(ctx, row));
  return {
    id: entryId,
    items: pieces.filter(({ removedAt }) => removedAt === null),
    removed: pieces.filter(({ removedAt }) => removedAt !== null).reverse(),
    largestFile: verification.largestFile,
    kinds: verification.kinds,
    viewerCan: { change: refusal === null && evidencePolicy.change(ctx.actor, facts) },
  };
}

/** A piece as the asker may see it. */
export function evidenceView(ctx: Context, row: EvidenceRow): EvidenceView {
  const named = evidencePolicy.readNames(ctx.actor, row);
  const { id, indicator, field, mediaType, sha256, scan, addedAt, removedAt } = row;
  return {
    id,
    indicator,
    field,
    kind: evidenceKindOf(row),
    name: named ? row.name : row.neutralName,
    url: row.shape === "LINK" ? row.link : isOpenable(ctx, row) ? `/evidence/${id}` : null,
    mediaType,
    size: row.size === null ? null : Number(row.size),
    sha256,
    scan,
    addedBy: named ? row.addedBy : null,
    addedAt,
    removedBy: named ? row.removedBy : null,
    removedAt,
    removedReason: named ? row.removedReason : null,
  };
}

function isOpenable(ctx: Context, row: EvidenceRow): boolean {
  const there = row.fileKey !== null && row.purgedAt === null && (row.scan === "CLEAN" || row.scan === "NOT_SCANNED");
  if (!there || !evidencePolicy.view(ctx.actor, row)) return false;
  return row.removedAt === null || evidencePolicy.viewRemoved(ctx.actor, row);
}

/** Whether a browser may show it: as a document without rights of its own. */
export function opensInBrowser(kind: EvidenceKind): boolean {
  return kind === "PDF" || kind === "PICTURE" || kind === "VIDEO";
}

/** What a piece is, told by its content. */
export function evidenceKindOf({ shape, mediaType }: Pick<EvidenceRow, "shape" | "mediaType">): EvidenceKind {
  if (shape === "LINK" || mediaType === null) return "LINK";
  if (mediaType === "application/pdf") return "PDF";
  if (mediaType.startsWith("image/")) return "PICTURE";
  if (mediaType.startsWith("video/")) return "VIDEO";
  return mediaType.includes("spreadsheet") ? "SPREADSHEET" : "DOCUMENT";
}

const EVIDENCE = sql`select v.id, v.entry_id as "entryId", v.indicator, v.field, v.kind as shape, v.name, v.neutral_name as "neutralName",
    v.url as link, v.file_key as "fileKey", v.media_type as "mediaType", v.size, v.sha256, v.scan, adder.name as "addedBy",
    v.added_at as "addedAt", remover.name as "removedBy", v.removed_at as "removedAt", v.removed_reason as "removedReason",
    v.purged_at as "purgedAt", e.kind, e.state, place.path::text as path, e.agency_id as "agencyId", e.round_id as "roundId"
  from evidence v join entry e on e.id = v.entry_id join jurisdiction place on place.id = e.jurisdiction_id
    left join person adder on adder.id = v.added_by left join person remover on remover.id = v.removed_by`;
