import { type Language, pickText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { writeLetter, writeLetters } from "../../mail/write-letter.ts";
import { findWindow, isOpen, isShown, type ObjectionWindow } from "./objection-window.ts";

/** What somebody of the public says against an entry on the shortlist. */
export type NewObjection = {
  readonly round: string;
  /** Reference of the entry, e.g. `E07`. */
  readonly entry: string;
  readonly ground: string;
  readonly text: string;
  readonly name: string;
  readonly email: string;
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MOST = { text: LIMITS.reasonLength, name: LIMITS.nameLength, email: LIMITS.nameLength } as const;

/**
 * Takes an objection, and writes to who made it and to the round's chairs. The same words of the same person on the same entry are taken once. Refuses
 * NOT_FOUND before there is a shortlist, OBJECTION_CLOSED after its end, UNKNOWN_REFERENCE for an entry or ground that is not on it, and every
 * field that is missing or too long together.
 */
export async function makeObjection(ctx: Context, input: NewObjection): Promise<{ readonly id: string }> {
  return atomically(ctx, { verb: "makeObjection" }, async () => {
    const window = await findWindow(ctx, { code: input.round });
    if (!window || !isShown(window, ctx.now())) throw new Refusal("NOT_FOUND");
    if (!isOpen(window, ctx.now())) throw new Refusal("OBJECTION_CLOSED");
    const said = checked(input, window);
    const entry = await listedEntry(ctx, window, input.entry);
    if (!entry) throw new Refusal("UNKNOWN_REFERENCE", { field: "entry", values: { value: input.entry } });
    await sql`select pg_advisory_xact_lock(hashtext(${`objection ${entry.id} ${said.email}`}))`.execute(ctx.db);
    const { rows } = await sql<{ id: string }>`select id from objection where entry_id = ${entry.id}::uuid and email = ${said.email}
      and ground = ${said.ground} and text = ${said.text}`.execute(ctx.db);
    const [same] = rows;
    if (same) return same;
    const id = ctx.newId();
    await sql`insert into objection (id, round_id, entry_id, ground, text, language, name, email, made_at, state)
      values (${id}, ${window.roundId}, ${entry.id}, ${said.ground}, ${said.text}, ${ctx.language}, ${said.name}, ${said.email}, ${ctx.now()}, 'OPEN')`.execute(
      ctx.db,
    );
    const about = (language: Language) => ({
      round: pickText(window.roundNames, language) || window.roundCode,
      code: window.roundCode,
      entry: `${input.entry} · ${entry.title}`,
    });
    await writeLetter(ctx, { ...said, language: ctx.language }, { kind: "OBJECTION_RECEIVED", ...about(ctx.language), text: said.text });
    const chairs = await chairsOf(ctx, window.roundId);
    await writeLetters(
      ctx,
      chairs.map((to) => ({ to, letter: { kind: "OBJECTION_MADE", ...about(to.language), text: said.text } })),
    );
    return { id };
  });
}

function checked(input: NewObjection, { grounds }: ObjectionWindow): Pick<NewObjection, "ground" | "text" | "name" | "email"> {
  const said = { ground: input.ground, text: input.text.trim(), name: input.name.trim(), email: input.email.trim().toLowerCase() };
  const refusals = (["ground", "text", "name", "email"] as const).flatMap((field) =>
    said[field] === "" ? [new Refusal("REQUIRED", { field })] : [],
  );
  for (const field of ["text", "name", "email"] as const)
    if (said[field].length > MOST[field]) refusals.push(new Refusal("TOO_LONG", { field, values: { max: MOST[field] } }));
  if (said.email !== "" && !EMAIL.test(said.email)) refusals.push(new Refusal("INVALID_EMAIL", { field: "email" }));
  if (said.ground !== "" && !grounds.some(({ code }) => code === said.ground))
    refusals.push(new Refusal("UNKNOWN_REFERENCE", { field: "ground", values: { value: said.ground } }));
  refuseAll(refusals);
  return said;
}

async function listedEntry(
  ctx: Context,
  window: ObjectionWindow,
  reference: string,
): Promise<{ readonly id: string; readonly title: string } | null> {
  const { rows } = await sql<{ id: string; title: string }>`select e.id, e.title from judged_entry je join entry e on e.id = je.entry_id
    where je.judging_stage_id = ${window.afterStageId}::uuid and je.outcome = 'ADVANCED' and e.reference = ${reference}`.execute(ctx.db);
  return rows[0] ?? null;
}

async function chairsOf(ctx: Context, roundId: string) {
  const { rows } = await sql<{ name: string; email: string; language: Language }>`select distinct p.name, p.email, p.language
    from role_grant g join person p on p.id = g.person_id where g.round_id = ${roundId}::uuid and g.role = 'CHAIR' and p.disabled_at is null
    order by p.email`.execute(ctx.db);
  return rows;
}
