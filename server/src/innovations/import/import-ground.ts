import { type IndexRow, levelsOfDigits } from "@isonga/schema/innovation-index";
import type { Language } from "@isonga/schema/languages";
import { z } from "zod";
import { hasRole, hasRoleForRound, pathsWithRole } from "../../kernel/actor.ts";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import type { CellProblem } from "../../kernel/imports/importer.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type EntryRules, entryRulesOf } from "../../programmes/instrument.ts";
import type { EntryKind } from "../entries/entry-states.ts";
import { indexRowsOf, type LoadedEntryRound, loadEntryRound } from "../index/index-round.ts";

/**
 * `round`: the code of the round that the entries belong to. `state`: what entries with verified levels become; SUBMITTED leaves the
 * verified levels out; unless told, VERIFIED for who may verify wherever they may import, else SUBMITTED. `agencies`: whether offices that are not known are made. `language`: what the titles are written in.
 */
export const entryImportOptions = z.object({
  round: z.string().min(1).max(80).optional(),
  state: z.enum(["SUBMITTED", "VERIFIED"]).optional(),
  agencies: z.enum(["CREATE", "REFUSE"]).default("CREATE"),
  language: z.enum(["en", "rw", "id"]).optional(),
});
export type EntryImportOptions = z.output<typeof entryImportOptions>;
export type EntryImportState = NonNullable<EntryImportOptions["state"]>;

/**
 * What both importers of entries work on: the round with its rules, and what the actor may. A jury's round claims no rows and ranks no areas:
 * its rules have no levels, and offices of the whole of its place take part.
 */
export type ImportGround = Pick<EntryImportOptions, "agencies"> & {
  readonly state: EntryImportState;
  readonly round: Omit<LoadedEntryRound, "instrument">;
  readonly rules: EntryRules;
  /** Whether rows tell levels; else their verified column says yes or no. */
  readonly hasLevels: boolean;
  readonly language: Language;
  readonly mayImport: "EVERYWHERE" | readonly string[];
  readonly mayVerify: "EVERYWHERE" | readonly string[];
};

/**
 * Who may bring entries in: coordinators and administrators for their regions. Refuses FORBIDDEN, and (`state`) to say VERIFIED without being
 * a verifier or an administrator of anything; rows are judged one by one.
 */
export function authorizeEntryImport({ actor }: Context, { state }: Pick<EntryImportOptions, "state">): void {
  authorize(actor, hasRole(actor, "COORDINATOR", "ADMINISTRATOR"));
  if (state === "VERIFIED" && !hasRole(actor, "ADMINISTRATOR", "VERIFIER")) throw new Refusal("FORBIDDEN", { field: "state" });
}

/**
 * Loads it. Refuses REQUIRED without a round, NOT_FOUND, WRONG_ROUND_KIND for a round that takes no entries of this kind, and WRONG_STATE for
 * one that is published.
 */
export async function loadImportGround(ctx: Context, options: EntryImportOptions, kind: EntryKind): Promise<ImportGround> {
  if (options.round === undefined) throw new Refusal("REQUIRED", { field: "round" });
  const { instrument, ...round } = await loadEntryRound(ctx, options.round);
  const hasLevels = instrument.kind === "INNOVATION_INDEX";
  if (kind === "REGIONAL" && !hasLevels) throw new Refusal("WRONG_ROUND_KIND", { field: "round" });
  if (round.state === "PUBLISHED") throw new Refusal("WRONG_STATE", { field: "round", values: { state: round.state } });
  const mayImport = pathsWithRole(ctx.actor, "COORDINATOR", "ADMINISTRATOR");
  const forRound = hasRoleForRound(ctx.actor, round.id, "VERIFIER");
  const mayVerify = forRound ? "EVERYWHERE" : pathsWithRole(ctx.actor, "VERIFIER", "ADMINISTRATOR");
  return {
    state: options.state ?? (covers(mayVerify, mayImport) ? "VERIFIED" : "SUBMITTED"),
    agencies: options.agencies,
    round,
    rules: entryRulesOf(instrument),
    hasLevels,
    language: options.language ?? WRITTEN_IN[round.country] ?? ctx.language,
    mayImport,
    mayVerify,
  };
}

type Paths = ImportGround["mayImport"];

function covers(outer: Paths, inner: Paths): boolean {
  if (outer === "EVERYWHERE" || inner === "EVERYWHERE") return outer === "EVERYWHERE";
  return inner.every((path) => outer.some((above) => path === above || path.startsWith(`${above}.`)));
}

/** The language in which offices of a country write, unless told. */
const WRITTEN_IN: Readonly<Partial<Record<string, Language>>> = { ID: "id", RW: "rw" };

/** What is wrong with the digits of a column: LEVELS_WRONG for another number of them, or any outside 0 to 3. */
export function digitProblems(rows: readonly IndexRow[], column: string, digits: string): readonly CellProblem[] {
  return levelsOfDigits(rows, digits) === null ? [{ column, code: "LEVELS_WRONG", values: { count: rows.length } }] : [];
}

/** The rows of a kind of entry, in the catalogue's order. */
export function catalogueOf({ rules }: ImportGround, kind: EntryKind): readonly IndexRow[] {
  return indexRowsOf(kind === "REGIONAL" ? rules.regional : rules.innovation);
}
