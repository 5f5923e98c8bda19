import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { newIdSql } from "../../kernel/imports/new-id-sql.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { formInForce } from "../../programmes/forms/write-form.ts";
import type { EntryAct, EntryKind, EntryState } from "../entries/entry-states.ts";
import { addAgencies } from "./add-agencies.ts";
import { answerBoundFields } from "./answer-bound-fields.ts";
import { catalogueOf, type ImportGround } from "./import-ground.ts";
import { countEntries } from "./plan-entries.ts";

/**
 * Writes what the plan found new and changed: offices, innovations, entries, claims and the steps of custody that the rows stand for, each in
 * one statement. Refuses STALE_VERSION when somebody changed one of the entries meanwhile.
 */
export async function applyEntries(ctx: Context, ground: ImportGround, kind: EntryKind): Promise<void> {
  if (kind === "INNOVATION") {
    await addAgencies(ctx);
    await writeInnovations(ctx, ground);
  }
  // A draft's form may still change: its entries get none before it is open.
  const formId = ground.round.state === "DRAFT" ? null : await formInForce(ctx, ground.round.id);
  await writeEntries(ctx, { ...ground, kind, formId });
  await writeClaims(ctx, ground, kind);
  await writeSteps(ctx, kind);
  if (kind === "INNOVATION" && formId !== null) await answerBoundFields(ctx, formId);
}

async function writeInnovations(ctx: Context, { language }: ImportGround): Promise<void> {
  const now = ctx.now();
  await sql`alter table entry_row add column fresh boolean not null default false`.execute(ctx.db);
  await sql`update entry_row set innovation_id = ${newIdSql(now, sql<number>`line`)}, fresh = true
    where action = 'NEW' and innovation_id is null`.execute(ctx.db);
  await sql`insert into innovation (id, jurisdiction_id, agency_id, title, language, form, digital, stage, affairs, created_at, updated_at)
    select innovation_id, jurisdiction_id, agency_id, title, ${language}, form, digital, stage, affairs, ${now}, ${now}
    from entry_row where action = 'NEW' and fresh order by line`.execute(ctx.db);
  await sql`update innovation i set form = r.form, digital = r.digital, stage = r.stage, affairs = r.affairs, version = i.version + 1, updated_at = ${now}
    from entry_row r where i.id = r.innovation_id and r.action in ('NEW', 'CHANGED') and r.facts_differ and not r.fresh`.execute(ctx.db);
}

type Written = ImportGround & { readonly kind: EntryKind; readonly formId: string | null };

async function writeEntries(ctx: Context, { round, formId, language, kind }: Written): Promise<void> {
  const now = ctx.now();
  await sql`update entry_row set entry_id = ${newIdSql(now, sql<number>`line`)} where action = 'NEW'`.execute(ctx.db);
  const added =
    await sql`insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, form_id, instrument_id, title, language,
      state, held_since, submitted_at, created_by, created_at, updated_at)
    select entry_id, ${round.id}::uuid, ${kind}, jurisdiction_id, agency_id, ${kind === "REGIONAL" ? sql`null::uuid` : sql`innovation_id`}, ${formId}::uuid,
      ${round.instrumentId}::uuid, title, ${language}, target, ${now}, ${now}, ${ctx.actor.id}::uuid, ${now}, ${now}
    from entry_row where action = 'NEW' order by line on conflict do nothing`.execute(ctx.db);
  const changed =
    await sql`update entry e set state = r.target, held_since = case when e.state = r.target then e.held_since else ${now}::timestamptz end,
      version = e.version + 1, updated_at = ${now}
    from entry_row r where r.action = 'CHANGED' and e.id = r.entry_id and e.version = r.version`.execute(ctx.db);
  const expected = await countEntries(ctx);
  if (Number(added.numAffectedRows) !== expected.added || Number(changed.numAffectedRows) !== expected.changed)
    throw new Refusal("STALE_VERSION");
}

/** The digits as claims; a claim that says the same is not touched. */
async function writeClaims(ctx: Context, ground: ImportGround, kind: EntryKind): Promise<void> {
  const rows = catalogueOf(ground, kind);
  await sql`insert into entry_claim (id, entry_id, indicator, claimed, verified, changed_by, changed_at)
    select gen_random_uuid(), r.entry_id, c.indicator, substr(r.claimed, c.position::int, 1)::smallint, substr(r.verified, c.position::int, 1)::smallint,
      ${ctx.actor.id}::uuid, ${ctx.now()}
    from entry_row r cross join unnest(${rows.map(({ code }) => code)}::text[]) with ordinality c (indicator, position)
    where r.action = 'NEW' or (r.action = 'CHANGED' and r.levels_differ) order by r.line, c.position
    on conflict (entry_id, indicator) do update set claimed = excluded.claimed, verified = coalesce(excluded.verified, entry_claim.verified),
      version = entry_claim.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      where (entry_claim.claimed, entry_claim.verified) is distinct from (excluded.claimed, coalesce(excluded.verified, entry_claim.verified))`.execute(
    ctx.db,
  );
}

type Step = { readonly act: EntryAct; readonly from: EntryState; readonly to: EntryState };

/** What a row stands for: an entry that is told as verified was submitted, endorsed and checked before. */
const STEPS: Readonly<Record<EntryKind, readonly Step[]>> = {
  INNOVATION: [
    { act: "submit", from: "DRAFT", to: "SUBMITTED" },
    { act: "endorse", from: "SUBMITTED", to: "ENDORSED" },
    { act: "check", from: "ENDORSED", to: "CHECKED" },
    { act: "verify", from: "CHECKED", to: "VERIFIED" },
  ],
  REGIONAL: [
    { act: "submit", from: "DRAFT", to: "CHECKED" },
    { act: "verify", from: "CHECKED", to: "VERIFIED" },
  ],
};

async function writeSteps(ctx: Context, kind: EntryKind): Promise<void> {
  const steps = STEPS[kind].map((step, position) => ({ ...step, position }));
  const order = sql`case r.target when 'VERIFIED' then ${steps.length} else 1 end`;
  const begun = sql`case when r.action = 'NEW' then 0 else 1 end`;
  const number = sql<number>`r.line * 8 + s.position`;
  await sql`insert into entry_event (id, entry_id, act, from_state, to_state, by_id, at)
    select ${newIdSql(ctx.now(), sql<number>`(${number}) * 128`)}, r.entry_id, s.act, s."from", s."to", ${ctx.actor.id}::uuid, ${ctx.now()}
    from entry_row r cross join jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s (act text, "from" text, "to" text, position int)
    where (r.action = 'NEW' or (r.action = 'CHANGED' and r.state <> r.target)) and s.position >= ${begun} and s.position < ${order}
    order by r.line, s.position`.execute(ctx.db);
}
