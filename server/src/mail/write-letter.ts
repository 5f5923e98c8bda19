import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { inTurns, type Steps } from "../kernel/in-turns.ts";
import { enqueueAll } from "../kernel/jobs/jobs.ts";
import { type Letter, letterContent, type Reader } from "./letter-content.ts";
import { mailerOf } from "./mailer.ts";
import { renderLetter } from "./render-letter.ts";
import { sendLetter } from "./send-letter.ts";

/** A letter and who reads it. */
export type Addressed = { readonly to: Reader & { readonly email: string }; readonly letter: Letter };

/** Writes a letter in its reader's language, inside the current transaction; it is sent once that commits. Answers its id. */
export async function writeLetter(ctx: Context, to: Addressed["to"], letter: Letter): Promise<string> {
  const [id = ""] = await writeLetters(ctx, [{ to, letter }]);
  return id;
}

/** The same for many, in as many statements as for one. Answers their ids. */
export async function writeLetters(ctx: Context, letters: readonly Addressed[]): Promise<readonly string[]> {
  if (letters.length === 0) return [];
  const rows = await inTurns(renderSteps(ctx, letters));
  await sql`insert into letter (id, kind, recipient, language, subject, body_text, body_html, created_at)
    select l.id, l.kind, l.recipient, l.language, l.subject, l.text, l.html, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, kind text, recipient text, language text, subject text, text text, html text)`.execute(
    ctx.db,
  );
  await enqueueAll(
    ctx,
    sendLetter,
    rows.map(({ id }) => ({ payload: { id }, key: `letter-${id}` })),
  );
  return rows.map(({ id }) => id);
}

function* renderSteps(ctx: Context, letters: readonly Addressed[]): Steps<readonly RenderedRow[]> {
  const rows: RenderedRow[] = [];
  for (const { to, letter } of letters) {
    const { subject, text, html } = renderLetter(letterContent(letter, to, mailerOf(ctx).publicUrl));
    rows.push({ id: ctx.newId(), kind: letter.kind, recipient: to.email, language: to.language, subject, text, html });
    yield;
  }
  return rows;
}

type RenderedRow = Readonly<Record<"id" | "kind" | "recipient" | "language" | "subject" | "text" | "html", string>>;
