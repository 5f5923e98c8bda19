import { addEvidence } from "../../innovations/evidence/add-evidence.ts";
import { evidenceUpload } from "../../innovations/evidence/evidence-upload.ts";
import type { Context } from "../../kernel/context.ts";
import { bringUpload } from "../../kernel/files/uploads.ts";
import { proofPaper, proofPicture } from "./draw-proof.ts";
import type { Proposal } from "./write-proposals.ts";

/** Proves a proposal by a document and a picture, uploaded and added as its author would. */
export async function addProofFiles(ctx: Context, entryId: string, proposal: Proposal): Promise<void> {
  const name = proposal.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const [paper, picture] = await Promise.all([proofPaper(proposal), proofPicture(proposal)]);
  const files = [
    { filename: `catatan-${name}.pdf`, content: paper },
    { filename: `grafik-${name}.png`, content: picture },
  ];
  for (const file of files) {
    const fileKey = await bringUpload(ctx, evidenceUpload, { ...file, metadata: { entryId, field: "proof" } });
    await addEvidence(ctx, { entryId, field: "proof", fileKey });
  }
}
