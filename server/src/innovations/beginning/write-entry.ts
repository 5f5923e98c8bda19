import { isBlank } from "@isonga/schema/entry-answers";
import type { Answers } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { formInForce } from "../../programmes/forms/write-form.ts";
import { tellInnovation } from "../answers/innovation-facts.ts";
import { writeAnswers } from "../answers/write-answers.ts";
import { writeClaims } from "../claims/save-claims.ts";
import type { EntryKind } from "../entries/entry-states.ts";
import { entryGround } from "../forms/entry-ground.ts";

/** A draft as it shall be written: its right to exist was asked before. */
export type NewEntry = {
  readonly id?: string | null;
  readonly kind: EntryKind;
  readonly roundId: string;
  readonly instrumentId: string;
  readonly jurisdictionId: string;
  readonly agencyId: string | null;
  /** An innovation that is known; null makes a new one (or none, for a region's rows). */
  readonly innovationId: string | null;
  readonly title: string;
  readonly language: Language;
  readonly copiedFromId?: string | null;
  readonly answers?: Answers;
  readonly claims?: readonly { readonly indicator: string; readonly level: number }[];
};

/** Writes a draft with what is known of it, and its innovation when it is new; answers the entry's id. Asks no policy and no rule. */
export async function writeEntry(ctx: Context, entry: NewEntry): Promise<string> {
  const id = entry.id ?? ctx.newId();
  const formId = await formInForce(ctx, entry.roundId);
  const innovationId = entry.kind === "REGIONAL" ? null : (entry.innovationId ?? (await writeInnovation(ctx, entry)));
  await sql`insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, form_id, instrument_id, title, language, state,
      held_since, copied_from_id, created_by, created_at, updated_at)
    values (${id}, ${entry.roundId}, ${entry.kind}, ${entry.jurisdictionId}, ${entry.agencyId}, ${innovationId}, ${formId},
      ${entry.instrumentId}, ${entry.title}, ${entry.language}, 'DRAFT', ${ctx.now()}, ${entry.copiedFromId ?? null}, ${ctx.actor.id},
      ${ctx.now()}, ${ctx.now()})`.execute(ctx.db);
  await writeContent(ctx, { ...entry, id, formId, innovationId });
  return id;
}

async function writeInnovation(ctx: Context, { jurisdictionId, agencyId, title, language }: NewEntry): Promise<string> {
  const id = ctx.newId();
  await sql`insert into innovation (id, jurisdiction_id, agency_id, title, language, created_at, updated_at)
    values (${id}, ${jurisdictionId}, ${agencyId}, ${title}, ${language}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db);
  return id;
}

type Written = NewEntry & { readonly id: string; readonly formId: string | null; readonly innovationId: string | null };

/** The answers and claims that the form and the instrument have a place for; the title is one of them. */
async function writeContent(ctx: Context, entry: Written): Promise<void> {
  const { form } = await entryGround(ctx, entry);
  const fields = form.tasks.flatMap((task) => task.fields);
  const title = fields.find(({ binds }) => binds === "title")?.key;
  const answers: Answers = { ...entry.answers, ...(title === undefined ? {} : { [title]: entry.title }) };
  const known = new Set(fields.map(({ key }) => key));
  const kept = Object.entries(answers).flatMap(([field, value]) => (known.has(field) && !isBlank(value) ? [{ field, value }] : []));
  await writeAnswers(ctx, entry.id, kept);
  const rows = new Set(form.tasks.flatMap(({ indicators }) => indicators));
  await writeClaims(
    ctx,
    entry.id,
    (entry.claims ?? []).filter(({ indicator }) => rows.has(indicator)),
  );
  await tellInnovation(ctx, entry, { form, answers: Object.fromEntries(kept.map(({ field, value }) => [field, value])) });
}
