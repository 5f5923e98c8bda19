import { LIMITS } from "@isonga/schema/limits";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { MutationPayload } from "../kernel/graphql/common-types.ts";
import { ForRoles } from "../kernel/graphql/guard.ts";
import { DecimalScalar } from "../kernel/graphql/scalars.ts";
import { ImportModeEnum, ImportRun } from "../kernel/imports/import-run.type.ts";
import type { ImportMode } from "../kernel/imports/importer.ts";
import { runView } from "../kernel/imports/list-imports.ts";
import { recordsSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";
import { startImport } from "../kernel/imports/start-import.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type ReportOptions, reportOptions, reportsImporter } from "./import-reports.ts";

const TargetStateEnum = { SUBMITTED: "SUBMITTED", APPROVED: "APPROVED" } as const;
registerEnumType(TargetStateEnum, { name: "ImportedReportState", description: "What imported reports become." });

@InputType({ description: "A monthly report as another system sends it. What is missing or wrong is refused row by row." })
export class ReportRowInput {
  @Field(() => String, { description: "Code of the jurisdiction." })
  readonly jurisdiction: string;

  @Field(() => String, { description: "Code of the service." })
  readonly service: string;

  @Field(() => String, { description: "The month, `YYYY-MM`." })
  readonly month: string;

  @Field(() => Int, { nullable: true, description: "Applications waiting at the month's start." })
  readonly carriedOver?: number | null;

  @Field(() => Int, { nullable: true, description: "Applications received." })
  readonly received?: number | null;

  @Field(() => Int, { nullable: true, description: "Applications processed." })
  readonly processed?: number | null;

  @Field(() => Int, { nullable: true, description: "Of the processed, those in time." })
  readonly processedInTime?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Hours summed over the processed." })
  readonly processingHours?: string | null;

  @Field(() => Int, { nullable: true, description: "Of the received, those that citizens made themselves." })
  readonly selfApplications?: number | null;
}

@InputType({ description: "Monthly reports in bulk: either an uploaded file or rows." })
export class ImportReportsInput {
  @Field(() => String, { nullable: true, description: "An uploaded file; it is imported in the background." })
  readonly fileKey?: string | null;

  @Field(() => [ReportRowInput], { nullable: true, description: `Rows, at most ${LIMITS.bulkRows}; they are imported at once.` })
  readonly rows?: readonly ReportRowInput[] | null;

  @Field(() => ImportModeEnum, { defaultValue: "REJECT_EVERYTHING", description: "What a refused row means." })
  readonly mode: ImportMode = "REJECT_EVERYTHING";

  @Field(() => Boolean, { defaultValue: false, description: "Only try: say what would happen, write nothing." })
  readonly dryRun: boolean = false;

  @Field(() => TargetStateEnum, {
    defaultValue: "SUBMITTED",
    description: "What the reports become; only those who approve may say APPROVED.",
  })
  readonly targetState: ReportOptions["state"] = "SUBMITTED";

  @Field(() => String, { nullable: true, description: "The country of the codes, ISO 3166-1; the asker's own unless told." })
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: "The system of the jurisdiction codes; the country's key codes unless told." })
  readonly codeSystem?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "How the import ended, or that it will be done." })
export class ImportReportsPayload extends MutationPayload {
  @Field(() => ImportRun, {
    nullable: true,
    description: "The run with its counts, refused rows and changes. REFUSED: nothing was written.",
  })
  readonly run?: ImportRun | null;
}

@Resolver()
export class ImportReportsResolver {
  @ForRoles("ADMINISTRATOR", "COORDINATOR", "STAFF")
  @Mutation(() => ImportReportsPayload, { description: "Imports monthly reports in bulk, by the same rules as a file on the page." })
  importReports(
    @Arg("input", () => ImportReportsInput, { description: "The reports, and how to import them." }) input: ImportReportsInput,
    @Ctx() ctx: Context,
  ): Promise<ImportReportsPayload> {
    return importReports(ctx, input);
  }
}

/** Imports rows at once, or a file in the background. Refuses REQUIRED without exactly one of them, FILE_TOO_LARGE. */
export async function importReports(ctx: Context, input: ImportReportsInput): Promise<ImportReportsPayload> {
  const { rows, fileKey, mode, dryRun } = input;
  const options = { country: input.country ?? undefined, system: input.codeSystem ?? undefined, state: input.targetState };
  if (Boolean(rows) === Boolean(fileKey)) throw new Refusal("REQUIRED", { field: "rows" });
  if (fileKey) return { run: runView(await startImport(ctx, { kind: "REPORTS", fileKey, mode, dryRun, options })) };
  if (rows && rows.length > LIMITS.bulkRows) throw new Refusal("FILE_TOO_LARGE", { field: "rows", values: { max: LIMITS.bulkRows } });
  const source = recordsSource((rows ?? []).map((row) => ({ ...EMPTY, ...row })));
  await reportsImporter.authorize(ctx, reportOptions.parse(options));
  return { run: runView(await runImport(ctx, { importer: reportsImporter, options: reportOptions.parse(options), mode, dryRun, source })) };
}

/** Every column, so that one that no row has is still told of row by row. */
const EMPTY = Object.fromEntries(reportsImporter.columns.map(({ name }) => [name, ""]));
