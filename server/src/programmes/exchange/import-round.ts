import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { levelsOf } from "../../places/countries.ts";
import { findJurisdiction } from "../../places/find-jurisdiction.ts";
import { checkedForm } from "../forms/write-form.ts";
import { findProgramme } from "../list-programmes.ts";
import { programmePolicy } from "../programme.policy.ts";
import { checkRoundFile, type RoundFile } from "../round-file.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { roundPolicy } from "../rounds/round.policy.ts";
import type { Round } from "../rounds/round.type.ts";
import { instrumentLoader, stageLoader } from "../rounds/round-loaders.ts";
import { referenceProblems } from "../rounds/write-instrument.ts";
import { refuseProblems } from "../texts.ts";
import { canonicalFile, readRoundFile } from "./export-round.ts";
import { type RoundFileChange, roundFileChanges } from "./round-changes.ts";
import { writeRoundFile } from "./write-round-file.ts";

export type ImportRound = {
  /** The file's text. */
  readonly text: string;
  /** Tells what would change and writes nothing. */
  readonly dryRun: boolean;
  /** Needed when the file changes the instrument or the dates of a round that is open. */
  readonly reason?: string | null;
};

export type RoundImported = {
  readonly dryRun: boolean;
  readonly programmeCode: string;
  readonly roundCode: string;
  /** Null when a dry run found no such round. */
  readonly roundId: string | null;
  /** Empty when the file says what is there already: then nothing is written. */
  readonly changes: readonly RoundFileChange[];
};

/**
 * Makes a round, and its programme if it is missing, from a file; or changes them to what the file says. The same file again changes
 * nothing. Call inside a transaction. Refuses FILE_UNREADABLE for what is not JSON; every problem of the content with its path in the
 * file; UNKNOWN_REFERENCE for a place, level or service that is not there; and what the verbs of each part refuse.
 */
export async function importRound(ctx: Context, input: ImportRound): Promise<RoundImported> {
  const file = canonicalFile(parsed(input.text));
  const placeId = await checkReferences(ctx, file);
  const round = await findRound(ctx, { code: file.round.code });
  const programme = await findProgramme(ctx, { code: file.programme.code });
  if (round && round.programmeId !== programme?.id)
    throw new Refusal("ALREADY_EXISTS", { field: "round.code", values: { value: file.round.code } });
  const before = await whatIsThere(ctx, file);
  const changes = roundFileChanges(before, file);
  const answer = { dryRun: input.dryRun, programmeCode: file.programme.code, roundCode: file.round.code, changes };
  if (changes.length > 0) authorizeImport(ctx, { country: file.programme.country, round });
  if (input.dryRun || changes.length === 0) return { ...answer, roundId: round?.id ?? null };
  const roundId = await writeRoundFile(ctx, { file, before, programme, round, placeId, reason: input.reason ?? "" });
  return { ...answer, roundId };
}

/** A dry run is for who could do it. */
function authorizeImport(ctx: Context, { country, round }: { readonly country: string; readonly round: Round | null }): void {
  const may = round ? roundPolicy.lead(ctx.actor, round) : programmePolicy.createRound(ctx.actor, { country });
  authorize(ctx.actor, may);
}

function parsed(text: string): RoundFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal("FILE_UNREADABLE", { field: "text" });
  }
  const checked = checkRoundFile(value);
  if (checked.ok) return checked.value;
  refuseProblems(checked.problems);
  throw new Refusal("FILE_UNREADABLE", { field: "text" });
}

/** The id of the place; refuses what the file names and the platform does not have. */
async function checkReferences(ctx: Context, { programme, round }: RoundFile): Promise<string> {
  const { country } = programme;
  if ((await levelsOf(ctx, [country])).length === 0)
    throw new Refusal("UNKNOWN_REFERENCE", { field: "programme.country", values: { value: country } });
  if (round.place.country !== country)
    throw new Refusal("INVALID_VALUE", { field: "round.place.country", values: { value: round.place.country } });
  const place = await findJurisdiction(ctx, round.place);
  if (!place) throw new Refusal("UNKNOWN_REFERENCE", { field: "round.place.code", values: { value: round.place.code } });
  refuseProblems(await referenceProblems(ctx, country, round.instrument), "round.instrument");
  if (round.form) checkedForm(round.form, { instrument: round.instrument, field: "round.form" });
  return place.id;
}

/** The programme and round that are there, as far as they go: a draft may lack its instrument or stages. */
async function whatIsThere(ctx: Context, file: RoundFile): Promise<Partial<RoundFile>> {
  const round = await findRound(ctx, { code: file.round.code });
  if (round) {
    const stages = await stageLoader(ctx).load(round.id);
    const versions = await instrumentLoader(ctx).load(round.id);
    if (stages.length > 0 && versions.length > 0) return readRoundFile(ctx, round);
  }
  const programme = await findProgramme(ctx, { code: file.programme.code });
  if (!programme) return {};
  const { code, country, names, descriptions } = programme;
  const described = descriptions.en ? { descriptions } : {};
  return { formatVersion: 1, programme: { code, country, names, ...described } } as Partial<RoundFile>;
}
