import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload, Node, RefusalCodeEnum } from "../graphql/common-types.ts";
import { connectionType, PageArgs } from "../graphql/connection.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../graphql/scalars.ts";
import { IMPORT_KINDS, IMPORT_MODES, type ImportKind, type ImportMode } from "./importer.ts";
import { IMPORT_STATES, type ImportState } from "./run-store.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));
export const ImportKindEnum = enumOf(IMPORT_KINDS);
export const ImportModeEnum = enumOf(IMPORT_MODES);
const ImportStateEnum = enumOf(IMPORT_STATES);
const ImportChangeKindEnum = enumOf(["NEW", "CHANGED"]);
registerEnumType(ImportKindEnum, { name: "ImportKind", description: "What is imported." });
registerEnumType(ImportModeEnum, { name: "ImportMode", description: "Whether one refused row refuses the whole file, or only itself." });
registerEnumType(ImportStateEnum, { name: "ImportState", description: "Where an import is; a refused or failed one wrote nothing." });
registerEnumType(ImportChangeKindEnum, { name: "ImportChangeKind", description: "Whether a row makes something new or changes it." });

@ObjectType({ description: "A column that files of a kind may have." })
export class ImportColumnInfo {
  @Field(() => String, { description: "Its name in the header." })
  readonly name: string;

  @Field(() => Boolean, { description: "Whether a file must have it." })
  readonly required: boolean;
}

@ObjectType({ description: "Something the asker may import." })
export class ImportKindInfo {
  @Field(() => ImportKindEnum, { description: "What it is." })
  readonly kind: ImportKind;

  @Field(() => [String], { description: "Kinds of files: CSV, XLSX, JSON." })
  readonly formats: readonly string[];

  @Field(() => [ImportColumnInfo], { description: "The columns of such files." })
  readonly columns: readonly ImportColumnInfo[];

  @Field(() => Boolean, { description: "Whether the asker may import what counts at once, without somebody else's approval." })
  readonly mayApprove: boolean;
}

@ObjectType({ description: "A column of an importer, under the header it was found in." })
export class ImportColumnMatch {
  @Field(() => String, { description: "The column." })
  readonly column: string;

  @Field(() => String, { description: "The file's header." })
  readonly header: string;
}

@ObjectType({ description: "Something told of a file, such as the first month in it." })
export class ImportFact {
  @Field(() => String, { description: "What it is about." })
  readonly name: string;

  @Field(() => String, { description: "Its value." })
  readonly value: string;
}

@ObjectType({ description: "How a file was understood." })
export class ImportUnderstanding {
  @Field(() => String, { description: "CSV, XLSX or JSON." })
  readonly format: string;

  @Field(() => String, { nullable: true, description: "The encoding of a text file." })
  readonly encoding: string | null;

  @Field(() => String, { nullable: true, description: "What separates the cells of a CSV file." })
  readonly delimiter: string | null;

  @Field(() => String, { nullable: true, description: "The sheet of a spreadsheet." })
  readonly sheet: string | null;

  @Field(() => [ImportColumnMatch], { description: "The columns that were found." })
  readonly columns: readonly ImportColumnMatch[];

  @Field(() => [String], { description: "Headers that mean nothing here and were left alone." })
  readonly ignored: readonly string[];

  @Field(() => [ImportFact], { description: "What else was found, by kind of import." })
  readonly facts: readonly ImportFact[];
}

@ObjectType({ description: "Why a row was refused, with its text." })
export class ImportRefusal {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => Int, { description: "The line of the file; the header is line 1." })
  readonly line: number;

  @Field(() => String, { nullable: true, description: "The column it is about; null for the whole row." })
  readonly column: string | null;

  @Field(() => RefusalCodeEnum, { description: "The reason." })
  readonly code: RefusalCode;

  @Field(() => JsonScalar, { description: "Values that fill the placeholders of its words." })
  readonly values: unknown;

  @Field(() => JsonScalar, { description: "The row's cells by header, as they stand in the file." })
  readonly row: unknown;
}

@ObjectType({ description: "Something that a row makes or changes." })
export class ImportChange {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => Int, { description: "The line of the file." })
  readonly line: number;

  @Field(() => ImportChangeKindEnum, { description: "New or changed." })
  readonly kind: "NEW" | "CHANGED";

  @Field(() => String, { description: "What it is about, by its codes." })
  readonly subject: string;

  @Field(() => JsonScalar, { nullable: true, description: "What it was, by field; null for something new." })
  readonly before: unknown;

  @Field(() => JsonScalar, { description: "What it becomes, by field." })
  readonly after: unknown;
}

@ObjectType({ implements: Node, description: "One import of one file: asked for, running, or how it ended." })
export class ImportRun extends Node {
  @Field(() => ImportKindEnum, { description: "What is imported." })
  readonly kind: ImportKind;

  @Field(() => String, { description: "The file's name as it was sent." })
  readonly fileName: string;

  @Field(() => String, { nullable: true, description: "The uploaded file, to import it again; null when it did not come as one." })
  readonly fileKey: string | null;

  @Field(() => ImportModeEnum, { description: "What a refused row means." })
  readonly mode: ImportMode;

  @Field(() => Boolean, { description: "Whether it only tries and writes nothing." })
  readonly dryRun: boolean;

  @Field(() => ImportStateEnum, { description: "Where it is." })
  readonly state: ImportState;

  @Field(() => Int, { nullable: true, description: "Rows in the file, nearly while it runs; null while unknown." })
  readonly rowsTotal: number | null;

  @Field(() => Int, { description: "Rows read so far." })
  readonly rowsRead: number;

  @Field(() => Int, { description: "Rows that make something new." })
  readonly rowsNew: number;

  @Field(() => Int, { description: "Rows that change something." })
  readonly rowsChanged: number;

  @Field(() => Int, { description: "Rows that say what is known already." })
  readonly rowsUnchanged: number;

  @Field(() => Int, { description: "Rows that were refused." })
  readonly rowsRefused: number;

  @Field(() => String, { nullable: true, description: "The code to quote when it failed by a fault." })
  readonly faultId: string | null;

  @Field(() => JsonScalar, { description: "The options it was started with." })
  readonly options: unknown;

  @Field(() => ImportUnderstanding, { nullable: true, description: "How the file was understood; null until it was read." })
  readonly understood: ImportUnderstanding | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  readonly createdAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  readonly finishedAt: Instant | null;
}

export const ImportRunConnection = connectionType(ImportRun, "ImportRun");
export const ImportRefusalConnection = connectionType(ImportRefusal, "ImportRefusal");
export const ImportChangeConnection = connectionType(ImportChange, "ImportChange");

@ArgsType()
export class ImportRunsArgs extends PageArgs {
  @Field(() => ImportKindEnum, { nullable: true, description: "Only of this kind." })
  readonly kind?: ImportKind | null;

  @Field(() => Boolean, { defaultValue: false, description: "Everybody's: for administrators and auditors; others get their own." })
  readonly everybody: boolean = false;
}

@InputType({ description: "An import to be done from an uploaded file." })
export class StartImportInput {
  @Field(() => ImportKindEnum, { description: "What the file holds." })
  readonly kind: ImportKind;

  @Field(() => String, { description: "The uploaded file." })
  readonly fileKey: string;

  @Field(() => ImportModeEnum, { defaultValue: "REJECT_EVERYTHING", description: "What a refused row means." })
  readonly mode: ImportMode = "REJECT_EVERYTHING";

  @Field(() => Boolean, { defaultValue: false, description: "Only try: say what would happen, write nothing." })
  readonly dryRun: boolean = false;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "By kind; of reports: `country`, `system` (of the jurisdiction codes), `state` (`SUBMITTED` or `APPROVED`). Of innovations and regional rows: `round` (its code), `state` (`SUBMITTED` or `VERIFIED`; unless told, the latter for who may verify all they may import), `agencies` (`CREATE` or `REFUSE`), `language`.",
  })
  readonly options?: unknown;
}

@ObjectType({ implements: MutationPayload, description: "The import that will be done." })
export class StartImportPayload extends MutationPayload {
  @Field(() => ImportRun, { nullable: true, description: "The run, to be asked for its progress." })
  readonly run?: ImportRun | null;
}
