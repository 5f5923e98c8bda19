import { innovationOf, isDay, isLink, listOf } from "@isonga/schema/entry-answers";
import type { Answers, AnswerValue, EntryForm } from "@isonga/schema/entry-form";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { INITIATORS, INNOVATION_FORMS, INNOVATION_STAGES } from "../entries/innovation.entity.ts";

/**
 * Tells the innovation what its entry's bound fields say, so that it keeps what the latest entry said. What is half typed (a date without a
 * day) is not known of the innovation yet. Entries that a later one followed tell nothing more.
 */
export async function tellInnovation(
  ctx: Context,
  entry: { readonly id: string; readonly innovationId?: string | null | undefined },
  { form, answers }: { readonly form: EntryForm; readonly answers: Answers },
): Promise<void> {
  const columns = columnsOf(form, answers);
  if (!entry.innovationId || columns.length === 0) return;
  await sql`update innovation i set ${sql.join(columns)}, version = version + 1, updated_at = ${ctx.now()}
    where i.id = ${entry.innovationId} and not exists (select from entry later join entry own on own.id = ${entry.id}
      where later.innovation_id = i.id and later.created_at > own.created_at)`.execute(ctx.db);
}

/** A title as it is shown: never blank, at most 200 characters. Null when there is none to show. */
export function shownTitle(value: AnswerValue | undefined): string | null {
  const title = typeof value === "string" ? value.trim().replace(/\s+/g, " ").slice(0, 200) : "";
  return title === "" ? null : title;
}

/** What an innovation says as answers to a form's bound fields; for an entry begun from what is known. */
export function answersFrom(form: EntryForm, known: InnovationFacts): Answers {
  const values: Readonly<Record<string, AnswerValue>> = { ...known, place: placeOf(known) };
  const bound = form.tasks.flatMap(({ fields }) =>
    fields.flatMap(({ key, binds }) => (binds === undefined ? [] : [[key, values[binds] ?? null] as const])),
  );
  return Object.fromEntries(bound.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}

/** What is known of an innovation, as its table has it. */
export type InnovationFacts = {
  readonly title: string;
  readonly form: string | null;
  readonly digital: boolean | null;
  readonly stage: string | null;
  readonly initiator: string | null;
  readonly affairs: readonly string[];
  readonly trialOn: string | null;
  readonly appliedOn: string | null;
  readonly developedOn: string | null;
  readonly design: string | null;
  readonly aim: string | null;
  readonly benefit: string | null;
  readonly result: string | null;
  readonly links: readonly string[];
  readonly latitude: string | null;
  readonly longitude: string | null;
};

function columnsOf(form: EntryForm, answers: Answers): readonly RawBuilder<unknown>[] {
  const bound = innovationOf(form, answers);
  const columns: RawBuilder<unknown>[] = [];
  const title = shownTitle(bound.title);
  if (title !== null) columns.push(sql`title = ${title}`);
  for (const [part, name, read] of PARTS) if (part in bound) columns.push(sql`${sql.ref(name)} = ${read(bound[part] ?? null)}`);
  if ("affairs" in bound) columns.push(sql`affairs = ${[...listOf(bound.affairs)]}::text[]`);
  if ("links" in bound) columns.push(sql`links = ${JSON.stringify(listOf(bound.links).filter(isLink))}::jsonb`);
  if ("place" in bound) {
    const { latitude, longitude } = degreesOf(bound.place ?? null);
    columns.push(sql`latitude = ${latitude}::numeric`, sql`longitude = ${longitude}::numeric`);
  }
  return columns;
}

const oneOf =
  (known: readonly string[]) =>
  (value: AnswerValue): string | null =>
    typeof value === "string" && known.includes(value) ? value : null;
const day = (value: AnswerValue): string | null => (typeof value === "string" && isDay(value) ? value : null);
const text = (value: AnswerValue): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

const PARTS = [
  ["form", "form", oneOf(INNOVATION_FORMS)],
  ["digital", "digital", (value: AnswerValue) => (typeof value === "boolean" ? value : null)],
  ["stage", "stage", oneOf(INNOVATION_STAGES)],
  ["initiator", "initiator", oneOf(INITIATORS)],
  ["trialOn", "trial_on", day],
  ["appliedOn", "applied_on", day],
  ["developedOn", "developed_on", day],
  ["design", "design", text],
  ["aim", "aim", text],
  ["benefit", "benefit", text],
  ["result", "result", text],
] as const;

function degreesOf(value: AnswerValue): { readonly latitude: string | null; readonly longitude: string | null } {
  const none = { latitude: null, longitude: null };
  if (typeof value !== "object" || value === null || !("latitude" in value)) return none;
  const degrees = (written: string, most: number): string | null =>
    /^-?\d{1,3}(\.\d+)?$/.test(written.trim()) && Math.abs(Number(written)) <= most ? written.trim() : null;
  const latitude = degrees(value.latitude, 90);
  const longitude = degrees(value.longitude, 180);
  return latitude === null || longitude === null ? none : { latitude, longitude };
}

function placeOf({ latitude, longitude }: InnovationFacts): AnswerValue {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
