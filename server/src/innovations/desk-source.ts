import { shownFields } from "@isonga/schema/entry-answers";
import type { FormField } from "@isonga/schema/entry-form";
import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { placeName } from "../places/jurisdiction-rows.ts";
import { type AnswerRow, answerLoader, answersOf, type TranslationRow, translationLoader } from "./answers/answer-loaders.ts";
import type { EntryKind } from "./entries/entry-states.ts";
import type { EvidenceKind } from "./evidence/evidence.type.ts";
import { type EvidenceRow, evidenceKindOf, evidenceLoader } from "./evidence/read-evidence.ts";
import { entryGround } from "./forms/entry-ground.ts";
import { answerText } from "./print/sheet-items.ts";

/** An entry as those read it who judge it: whole. Whoever asks takes out what its judges must not see. */
export type DeskSource = {
  readonly entryId: string;
  readonly title: string;
  readonly language: Language;
  /** Names of its office and area in the reader's language. */
  readonly agency: string | null;
  readonly jurisdiction: string;
  readonly sections: readonly SourceSection[];
};

export type SourceSection = {
  readonly code: string;
  readonly title: string;
  readonly fields: readonly SourceField[];
  readonly evidence: readonly SourceEvidence[];
};

/** A field with its answer. `binds`: what of the innovation it is; `written`: null where the answer is no text of its author's. */
export type SourceField = {
  readonly key: string;
  readonly kind: FormField["kind"];
  readonly binds: string | null;
  readonly label: string;
  readonly text: string;
  readonly written: Language | null;
  readonly translations: readonly {
    readonly language: Language;
    readonly text: string;
    readonly origin: TranslationRow["origin"];
    readonly isStale: boolean;
  }[];
};

/** A piece that counts. `openable`: it is a file whose content may be sent. */
export type SourceEvidence = {
  readonly id: string;
  readonly field: string | null;
  readonly neutralName: string;
  readonly kind: EvidenceKind;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly link: string | null;
  readonly openable: boolean;
};

/** Entries by id in the reader's language, in a handful of statements however many there are. Asks no policy. */
export async function deskSources(ctx: Context, entryIds: readonly string[]): Promise<ReadonlyMap<string, DeskSource>> {
  const entries = await entryRows(ctx, entryIds);
  const sources = await Promise.all(entries.map((entry) => sourceOf(ctx, entry)));
  return new Map(sources.map((source) => [source.entryId, source]));
}

type EntryRow = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly language: Language;
  readonly formId: string | null;
  readonly instrumentId: string;
  readonly copied: boolean;
  readonly agency: { readonly name: string; readonly names: LocalizedText } | null;
  readonly place: { readonly name: string; readonly names: LocalizedText };
};

async function entryRows(ctx: Context, ids: readonly string[]): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`select e.id, e.kind, e.title, e.language, e.form_id as "formId", e.instrument_id as "instrumentId",
      e.copied_from_id is not null as copied, case when a.id is not null then jsonb_build_object('name', a.name, 'names', a.names) end as agency,
      jsonb_build_object('name', p.name, 'names', p.names) as place
    from entry e join jurisdiction p on p.id = e.jurisdiction_id left join agency a on a.id = e.agency_id
    where e.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return rows;
}

async function sourceOf(ctx: Context, entry: EntryRow): Promise<DeskSource> {
  const [{ form, instrument }, answers, translations, evidence] = await Promise.all([
    entryGround(ctx, entry),
    answerLoader(ctx).load(entry.id),
    translationLoader(ctx).load(entry.id),
    evidenceLoader(ctx).load(entry.id),
  ]);
  const values = answersOf(answers);
  const affairs = instrument.affairs.map(({ code, names }) => ({ code, name: pickText(names, ctx.language) || code }));
  const pieces = evidence.filter(({ removedAt }) => removedAt === null);
  const sections = form.tasks.map((task): SourceSection => {
    const asked = shownFields(task, { form, answers: values, copied: entry.copied });
    return {
      code: task.code,
      title: pickText(task.title, ctx.language) || task.code,
      fields: asked
        .filter(({ kind }) => kind !== "EVIDENCE")
        .map((field) => sourceField(ctx, field, { entry, answers, translations, affairs })),
      evidence: pieces.filter((piece) => belongsTo(piece, task.indicators, asked)).map(sourceEvidence),
    };
  });
  return {
    entryId: entry.id,
    title: entry.title,
    language: entry.language,
    agency: entry.agency && placeName(entry.agency, ctx.language),
    jurisdiction: placeName(entry.place, ctx.language),
    sections: sections.filter((section) => section.fields.length > 0 || section.evidence.length > 0),
  };
}

type Telling = {
  readonly entry: EntryRow;
  readonly answers: readonly AnswerRow[];
  readonly translations: readonly TranslationRow[];
  readonly affairs: readonly { readonly code: string; readonly name: string }[];
};

function sourceField(ctx: Context, field: FormField, { entry, answers, translations, affairs }: Telling): SourceField {
  const answer = answers.find((row) => row.field === field.key);
  const isText = field.kind === "SHORT_TEXT" || field.kind === "LONG_TEXT";
  return {
    key: field.key,
    kind: field.kind,
    binds: field.binds ?? null,
    label: pickText(field.label, ctx.language) || field.key,
    text: answerText(field, answer?.value, { language: ctx.language, affairs }),
    written: isText ? entry.language : null,
    translations: translations
      .filter((row) => row.field === field.key)
      .map(({ language, text, origin, ofVersion }) => ({ language, text, origin, isStale: ofVersion < (answer?.version ?? 0) })),
  };
}

function belongsTo(piece: EvidenceRow, indicators: readonly string[], fields: readonly FormField[]): boolean {
  if (piece.field !== null) return fields.some(({ key }) => key === piece.field);
  return piece.indicator !== null && indicators.includes(piece.indicator);
}

function sourceEvidence(piece: EvidenceRow): SourceEvidence {
  const { id, field, neutralName, mediaType, size, link } = piece;
  const openable = piece.fileKey !== null && piece.purgedAt === null && (piece.scan === "CLEAN" || piece.scan === "NOT_SCANNED");
  return { id, field, neutralName, kind: evidenceKindOf(piece), mediaType, size: size === null ? null : Number(size), link, openable };
}

/** A file of evidence that counts, with what is needed to send it; null where there is none whose content may be sent. Asks no policy. */
export type SourceFile = Omit<SourceEvidence, "link" | "openable"> & {
  readonly entryId: string;
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
};

/** One file of an entry. */
export async function sourceFile(ctx: Context, entryId: string, evidenceId: string): Promise<SourceFile | null> {
  const piece = (await evidenceLoader(ctx).load(entryId)).find(({ id, removedAt }) => id === evidenceId && removedAt === null);
  if (!piece || piece.fileKey === null || piece.size === null) return null;
  const { link: _, openable, ...told } = sourceEvidence(piece);
  return openable ? { ...told, entryId, key: piece.fileKey, size: Number(piece.size), sha256: piece.sha256 ?? "" } : null;
}
