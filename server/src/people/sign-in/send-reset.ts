import { isLanguage } from "@isonga/schema/languages";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { writeLetter } from "../../mail/write-letter.ts";

/** Writes the letter with the link to a new password, in the person's language; none to a disabled account. */
export async function sendReset(ctx: Context, call: { readonly personId: string; readonly token: string }): Promise<void> {
  const { rows } = await sql<{ name: string; email: string; language: string }>`select name, email, language from person
    where id = ${call.personId} and disabled_at is null`.execute(ctx.db);
  const [person] = rows;
  if (!person) return;
  const language = isLanguage(person.language) ? person.language : "en";
  await atomically(ctx, { verb: "requestPasswordReset" }, () =>
    writeLetter(ctx, { ...person, language }, { kind: "PASSWORD_RESET", token: call.token }),
  );
}
