import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { digestFile } from "../../kernel/files/digest-file.ts";
import type { StoredFile } from "../../kernel/files/files.ts";
import { type Sniffed, sniffDocument } from "../../kernel/files/sniff-document.ts";
import { enqueue } from "../../kernel/jobs/jobs.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { AddEvidenceInput, EvidencePayload } from "./evidence.inputs.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { checkPlace, countPieces, type EvidenceGround, loadEvidenceGround } from "./evidence-ground.ts";
import { cleanFileName, neutralName } from "./evidence-names.ts";
import { holdContent } from "./forget-contents.ts";
import { evidenceShelf } from "./read-evidence.ts";
import { scanEvidence } from "./scan-evidence.ts";

/**
 * Makes an uploaded file of one's own the evidence of a row or a field. What it is, is told by its content. Refuses NOT_FOUND for a file that
 * has not arrived whole, FILE_TOO_LARGE and FILE_KIND by the round's rules, and what {@link loadEvidenceGround} and {@link checkPlace} do.
 */
export async function addEvidence(ctx: Context, input: AddEvidenceInput): Promise<EvidencePayload> {
  const ground = await loadEvidenceGround(ctx, input.entryId);
  checkPlace(ground, input);
  const file = await ctx.files.open(input.fileKey, ctx.actor.id);
  const sniffed = await accepted(ground, file);
  const pieces = await countPieces(ctx, input);
  const sha256 = await digestFile(file.path);
  await holdContent(ctx, file.key);
  const id = ctx.newId();
  const scan = ctx.files.scanner ? "WAITING" : "NOT_SCANNED";
  const { rows } = await sql<{ id: string }>`insert into evidence
      (id, entry_id, indicator, field, kind, name, neutral_name, file_key, media_type, size, sha256, scan, added_by, added_at)
    values (${id}, ${ground.entry.id}, ${input.indicator ?? null}, ${input.field ?? null}, 'FILE', ${cleanFileName(file.name, sniffed.ending)},
      ${neutralName(pieces + 1, sniffed.ending)}, ${file.key}, ${sniffed.mediaType}, ${file.size}, ${sha256}, ${scan}, ${ctx.actor.id},
      ${ctx.now()})
    on conflict (file_key) where file_key is not null do nothing returning id`.execute(ctx.db);
  if (rows.length === 0) throw new Refusal("ALREADY_EXISTS", { field: "fileKey" });
  await ctx.files.kept.put(file.path, { key: file.key, size: file.size, sha256, mediaType: sniffed.mediaType });
  if (scan === "WAITING") await enqueue(ctx, scanEvidence, { payload: { evidenceId: id }, key: `scan-${id}` });
  await evidenceChanged(ctx, ground.entry, input.indicator ?? null);
  return { evidence: await evidenceShelf(ctx, ground.entry.id) };
}

async function accepted({ ground }: EvidenceGround, file: StoredFile): Promise<Sniffed> {
  const { largestFile, kinds } = ground.instrument.verification;
  const megabytes = Math.floor(largestFile / 1024 / 1024);
  if (file.size > largestFile) throw new Refusal("FILE_TOO_LARGE", { field: "fileKey", values: { max: `${megabytes} MB` } });
  const sniffed = await sniffDocument(file.path);
  if (!sniffed || !kinds.includes(sniffed.kind)) throw new Refusal("FILE_KIND", { field: "fileKey", values: { kinds: endingsOf(kinds) } });
  return sniffed;
}

/** Kinds as the endings that people know. */
function endingsOf(kinds: readonly string[]): string {
  return kinds.flatMap((kind) => ENDINGS[kind] ?? []).join(", ");
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  PDF: ["PDF"],
  PICTURE: ["PNG", "JPEG", "WebP"],
  VIDEO: ["MP4"],
  SPREADSHEET: ["XLSX", "ODS"],
  DOCUMENT: ["DOCX", "ODT"],
};
