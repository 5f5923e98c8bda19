import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { enqueue } from "../kernel/jobs/jobs.ts";
import { type Letter, letterContent, type Reader } from "./letter-content.ts";
import { mailerOf } from "./mailer.ts";
import { renderLetter } from "./render-letter.ts";
import { sendLetter } from "./send-letter.ts";

/** Writes a letter in its reader's language, inside the current transaction; it is sent once that commits. Answers its id. */
export async function writeLetter(ctx: Context, to: Reader & { readonly email: string }, letter: Letter): Promise<string> {
  const { subject, text, html } = renderLetter(letterContent(letter, to, mailerOf(ctx).publicUrl));
  const id = ctx.newId();
  await sql`insert into letter (id, kind, recipient, language, subject, body_text, body_html, created_at)
    values (${id}, ${letter.kind}, ${to.email}, ${to.language}, ${subject}, ${text}, ${html}, ${ctx.now()})`.execute(ctx.db);
  await enqueue(ctx, sendLetter, { payload: { id }, key: `letter-${id}` });
  return id;
}
