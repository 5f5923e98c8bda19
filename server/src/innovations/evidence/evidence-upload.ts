import { atomically } from "../../kernel/atomically.ts";
import { sniffDocument } from "../../kernel/files/sniff-document.ts";
import type { UploadPurpose } from "../../kernel/files/uploads.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { checkPlace, loadEvidenceGround } from "./evidence-ground.ts";

/**
 * Uploads of evidence: only for an entry that one may write now, at a place that takes evidence, no larger than the round allows. The file
 * counts for nothing until `addEvidence` takes it.
 */
export const evidenceUpload: UploadPurpose = {
  name: "evidence",
  admit: (ctx, metadata) =>
    atomically(ctx, { verb: "uploadEvidence" }, async () => {
      const place = { entryId: metadata["entryId"] ?? "", indicator: metadata["indicator"] ?? null, field: metadata["field"] ?? null };
      if (place.entryId === "") throw new Refusal("REQUIRED", { field: "entryId" });
      const ground = await loadEvidenceGround(ctx, place.entryId);
      checkPlace(ground, place);
      return { largest: ground.ground.instrument.verification.largestFile, note: place.entryId };
    }),
  accepts: async (path) => (await sniffDocument(path)) !== null,
};
