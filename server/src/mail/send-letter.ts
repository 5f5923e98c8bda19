import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { Context } from "../kernel/context.ts";
import { defineJob, type Job } from "../kernel/jobs/jobs.ts";
import { type Mailer, mailerOf } from "./mailer.ts";

/**
 * Sends one letter: to the mail server, tried for about a day, or without one into the mail folder. What is sent over the wire keeps
 * no secret of its link; what is kept here does, since an administrator has to hand it on.
 */
export const sendLetter: Job<{ readonly id: string }> = defineJob({
  name: "send-letter",
  attempts: 14,
  run: async (ctx, { id }) => {
    const letter = await findUnsent(ctx, id);
    if (!letter) return;
    const mailer = mailerOf(ctx);
    try {
      if (mailer.smtpUrl === null) await keep(ctx, mailer, letter);
      else await send(ctx, mailer, letter);
    } catch (error) {
      await sql`update letter set attempts = attempts + 1, last_error = ${problemOf(error)} where id = ${id}`.execute(ctx.db);
      throw error;
    }
  },
});

type Row = {
  readonly id: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly created_at: string;
};

async function findUnsent(ctx: Context, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select id, recipient, language, subject, body_text, body_html, created_at
    from letter where id = ${id} and sent_at is null`.execute(ctx.db);
  return rows[0];
}

async function send(ctx: Context, mailer: Mailer, letter: Row): Promise<void> {
  const transport = createTransport({ url: mailer.smtpUrl ?? "", connectionTimeout: 15_000, socketTimeout: 30_000 });
  try {
    await transport.sendMail(messageOf(mailer, letter));
  } finally {
    transport.close();
  }
  await sql`update letter set sent_at = ${ctx.now()}, attempts = attempts + 1, last_error = null,
    body_text = regexp_replace(body_text, ${TOKEN}, 'token=…', 'g'), body_html = regexp_replace(body_html, ${TOKEN}, 'token=…', 'g')
    where id = ${letter.id}`.execute(ctx.db);
}

/** The secret at the end of a link. */
const TOKEN = "token=[A-Za-z0-9_%-]+";

async function keep(ctx: Context, mailer: Mailer, letter: Row): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail(messageOf(mailer, letter));
  await mkdir(mailer.folder, { recursive: true, mode: 0o700 });
  await chmod(mailer.folder, 0o700);
  const path = join(mailer.folder, `${letter.id}.eml`);
  await writeFile(`${path}.part`, message, { mode: 0o600 });
  await rename(`${path}.part`, path);
  await sql`update letter set attempts = attempts + 1, last_error = null where id = ${letter.id}`.execute(ctx.db);
}

/** The same letter is the same message, however often it is sent. */
function messageOf(mailer: Mailer, letter: Row): SendMailOptions {
  return {
    from: mailer.from,
    to: { name: "", address: letter.recipient },
    subject: letter.subject,
    text: letter.body_text,
    html: letter.body_html,
    date: new Date(letter.created_at),
    messageId: `<${letter.id}@${new URL(mailer.publicUrl).hostname}>`,
    headers: { "Content-Language": letter.language, "Auto-Submitted": "auto-generated" },
  };
}

/** What the mail server said, or why it was not reached; never the letter. */
function problemOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
