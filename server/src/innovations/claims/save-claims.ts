import { ANSWERS_AT_ONCE } from "@isonga/schema/entry-answers";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { EntryProblemView } from "../entries/entry.type.ts";
import { entryAnswer } from "../entries/list-entries.ts";
import { loadForWriting, touch } from "../entries/writing.ts";
import { entryGround } from "../forms/entry-ground.ts";
import { forgetEntry } from "../forms/entry-problems.ts";
import type { ClaimConflict, ClaimInput, SaveClaimsInput, SaveClaimsPayload } from "./claim.type.ts";
import { type ClaimRow, claimLoader } from "./claim-loaders.ts";
import { claimView } from "./claim-view.ts";

/**
 * Saves levels claimed, row by row; a row that somebody else changed meanwhile is answered as a conflict. A level that changes takes back
 * what was verified of its row. Refuses as `loadForWriting` does.
 */
export async function saveClaims(ctx: Context, input: SaveClaimsInput): Promise<SaveClaimsPayload> {
  if (input.claims.length > ANSWERS_AT_ONCE) throw new Refusal("TOO_LONG", { field: "claims", values: { max: ANSWERS_AT_ONCE } });
  const { entry, facts } = await loadForWriting(ctx, input.entryId);
  const { form } = await entryGround(ctx, entry);
  const tasks = new Map(form.tasks.flatMap((task) => task.indicators.map((code) => [code, task.code] as const)));
  const sorted = sortClaims(input.claims, await claimLoader(ctx).load(entry.id), tasks);
  await writeClaims(ctx, entry.id, sorted.changed);
  if (sorted.changed.length > 0) await touch(ctx, entry.id);
  forgetEntry(ctx, entry.id);
  const rows = await claimLoader(ctx).load(entry.id);
  const stand = new Set([...sorted.changed, ...sorted.unchanged].map(({ indicator }) => indicator));
  return {
    entry: await entryAnswer(ctx, entry.id),
    saved: rows.filter(({ indicator }) => stand.has(indicator)).map((row) => claimView(ctx.actor, facts, row)),
    conflicts: sorted.conflicts,
    notSaved: sorted.notSaved,
  };
}

type Sorted = {
  readonly unchanged: ClaimRow[];
  readonly changed: ClaimInput[];
  readonly conflicts: ClaimConflict[];
  readonly notSaved: EntryProblemView[];
};

function sortClaims(sent: readonly ClaimInput[], there: readonly ClaimRow[], tasks: ReadonlyMap<string, string>): Sorted {
  const stored = new Map(there.map((row) => [row.indicator, row]));
  const sorted: Sorted = { unchanged: [], changed: [], conflicts: [], notSaved: [] };
  for (const claim of new Map(sent.map((entry) => [entry.indicator, entry])).values()) {
    const { indicator, level, version } = claim;
    const row = stored.get(indicator);
    const task = tasks.get(indicator);
    const field = indicator.slice(0, 60);
    if (task === undefined) sorted.notSaved.push({ task: "", field, code: "UNKNOWN_REFERENCE", values: { value: field } });
    else if (![0, 1, 2, 3].includes(level)) sorted.notSaved.push({ task, field, code: "INVALID_VALUE", values: { value: level } });
    else if (row?.claimed === level) sorted.unchanged.push(row);
    else if (row && row.version !== version) sorted.conflicts.push(conflictOf(row, level));
    else sorted.changed.push(claim);
  }
  return sorted;
}

/** Writes levels in one statement; each row counts its own version. */
export async function writeClaims(
  ctx: Context,
  entryId: string,
  changed: readonly Pick<ClaimInput, "indicator" | "level">[],
): Promise<void> {
  if (changed.length === 0) return;
  const codes = changed.map(({ indicator }) => indicator);
  await sql`insert into entry_claim (id, entry_id, indicator, claimed, changed_by, changed_at)
    select n.id, ${entryId}::uuid, n.indicator, n.claimed, ${ctx.actor.id}::uuid, ${ctx.now()}
    from unnest(${codes.map(() => ctx.newId())}::uuid[], ${codes}::text[], ${changed.map(({ level }) => level)}::smallint[]) as n(id, indicator, claimed)
    on conflict (entry_id, indicator) do update set claimed = excluded.claimed, verified = null, note = null,
      version = entry_claim.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(ctx.db);
  await sql`update verification set superseded_at = ${ctx.now()}
    where entry_id = ${entryId}::uuid and indicator = any(${codes}::text[]) and superseded_at is null`.execute(ctx.db);
}

function conflictOf({ indicator, claimed, version, changedBy, changedAt }: ClaimRow, mine: number): ClaimConflict {
  return { indicator, theirs: claimed, mine, version, changedBy, changedAt };
}
