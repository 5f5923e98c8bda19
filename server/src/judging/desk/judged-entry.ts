import DataLoader from "dataloader";
import { type DeskSource, deskSources, type SourceEvidence, type SourceField } from "../../innovations/desk-source.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { JudgingRules } from "../../programmes/jury-instrument.ts";
import type { JudgedEntry, JudgedEvidence, JudgedField, JudgedSection } from "./judged-entry.type.ts";

/** Which entry, under which rules, reached by which assignment. Whether the asker may see it was asked before. */
export type Judged = {
  readonly entryId: string;
  readonly reference: string;
  readonly assignmentId: string;
  readonly rules: Pick<JudgingRules, "blind">;
};

/** The entry as its judge sees it: what is blind is left out here, by name, before anything else sees it. */
export async function judgedEntry(ctx: Context, judged: Judged): Promise<JudgedEntry> {
  const source = await sourceLoader(ctx).load(judged.entryId);
  if (!source) throw new Refusal("NOT_FOUND");
  const hides = (name: string): boolean => judged.rules.blind.includes(name);
  return {
    reference: judged.reference,
    title: hides("title") ? null : source.title,
    agency: hides("agency") ? null : source.agency,
    jurisdiction: hides("jurisdiction") ? null : source.jurisdiction,
    language: source.language,
    sections: source.sections.flatMap((section): readonly JudgedSection[] => {
      const fields = section.fields.filter((field) => !isBlind(field, hides)).map(fieldView);
      const evidence = section.evidence.filter(({ field }) => field === null || !hides(field)).map((piece) => evidenceView(judged, piece));
      return fields.length + evidence.length > 0 ? [{ code: section.code, title: section.title, fields, evidence }] : [];
    }),
  };
}

/** Entries, batched: a whole queue takes as many statements as one card. */
function sourceLoader(ctx: Context): DataLoader<string, DeskSource | null> {
  return memoized(ctx, sourceLoader, () => {
    return new DataLoader<string, DeskSource | null>(async (ids) => {
      const sources = await deskSources(ctx, ids);
      return ids.map((id) => sources.get(id) ?? null);
    });
  });
}

/** A field that is blind itself, or that holds what is blind of the innovation under another key. */
function isBlind({ key, binds }: SourceField, hides: (name: string) => boolean): boolean {
  return hides(key) || (binds !== null && hides(binds)) || (binds === "place" && hides("jurisdiction"));
}

function fieldView({ key, kind, label, text, written, translations }: SourceField): JudgedField {
  return { key, kind, label, text, language: written, translations };
}

function evidenceView({ assignmentId }: Judged, piece: SourceEvidence): JudgedEvidence {
  const { id, field, neutralName, kind, mediaType, size, link, openable } = piece;
  return { id, field, neutralName, kind, mediaType, size, url: link ?? (openable ? evidencePath(assignmentId, id) : null) };
}

/** Where a judge opens a file of evidence. */
export function evidencePath(assignmentId: string, evidenceId: string): string {
  return `/judging/evidence/${assignmentId}/${evidenceId}`;
}
