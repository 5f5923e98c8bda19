import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DOCUMENT_KINDS } from "../../kernel/files/sniff-document.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

export const SCAN_STATES = ["NOT_SCANNED", "WAITING", "CLEAN", "INFECTED"] as const;
export type ScanState = (typeof SCAN_STATES)[number];
export const EVIDENCE_SHAPES = ["FILE", "LINK"] as const;
export type EvidenceShape = (typeof EVIDENCE_SHAPES)[number];
export const EVIDENCE_KINDS = [...DOCUMENT_KINDS, "LINK"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));
export const ScanStateEnum = enumOf(SCAN_STATES);
registerEnumType(ScanStateEnum, { name: "ScanState", description: "What the virus scanner says; NOT_SCANNED where there is none." });
export const EvidenceKindEnum = enumOf(EVIDENCE_KINDS);
registerEnumType(EvidenceKindEnum, { name: "EvidenceKind", description: "What a piece of evidence is, told by its content." });

@ObjectType("Evidence", { simpleResolvers: true, description: "A file or a link that proves something in an entry." })
export class EvidenceView {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Code of the instrument's row it proves; null for a field's." })
  readonly indicator: string | null;

  @Field(() => String, { nullable: true, description: "Key of the form's field it belongs to; null for a row's." })
  readonly field: string | null;

  @Field(() => EvidenceKindEnum, { description: "What it is." })
  readonly kind: EvidenceKind;

  @Field(() => String, { description: "Its name; a neutral one for those who are not to be told by names." })
  readonly name: string;

  @Field(() => String, {
    nullable: true,
    description: "Where it opens: a path on this platform for files; null while it waits for the scanner, and where its content is gone.",
  })
  readonly url: string | null;

  @Field(() => String, { nullable: true, description: "Media type of a file, told by its content." })
  readonly mediaType: string | null;

  @Field(() => Int, { nullable: true, description: "Size of a file, in bytes." })
  readonly size: number | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of a file's content, hexadecimal." })
  readonly sha256: string | null;

  @Field(() => ScanStateEnum, { description: "What the virus scanner says." })
  readonly scan: ScanState;

  @Field(() => String, { nullable: true, description: "Name of who added it; null to those who are not to be told by names." })
  readonly addedBy: string | null;

  @Field(() => DateTimeScalar, { description: "When it was added." })
  readonly addedAt: Instant;

  @Field(() => String, { nullable: true, description: "Name of who removed it." })
  readonly removedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was removed; null while it counts." })
  readonly removedAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Why it was removed; the scanner's word for what it found infected." })
  readonly removedReason: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with the evidence of an entry now." })
export class EvidenceViewerCan {
  @Field(() => Boolean, { description: "Add to it and remove from it." })
  readonly change: boolean;
}

@ObjectType({ simpleResolvers: true, description: "All the evidence of an entry, with what may be added to it." })
export class EvidenceShelf {
  @Field(() => ID, { description: "Id of the entry." })
  readonly id: string;

  @Field(() => [EvidenceView], { description: "What counts, in the order in which it was added." })
  readonly items: readonly EvidenceView[];

  @Field(() => [EvidenceView], { description: "What was removed, the latest first." })
  readonly removed: readonly EvidenceView[];

  @Field(() => Int, { description: "Largest file that is taken, in bytes." })
  readonly largestFile: number;

  @Field(() => [EvidenceKindEnum], { description: "Kinds that are taken." })
  readonly kinds: readonly EvidenceKind[];

  @Field(() => EvidenceViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: EvidenceViewerCan;
}
