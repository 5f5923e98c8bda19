import type { Language, LocalizedText } from "@isonga/schema/languages";
import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { JudgingLetter } from "../../mail/judging-letters.ts";
import { type Addressed, writeLetters } from "../../mail/write-letter.ts";

/** Somebody who leads the judging of a round. */
export type Chair = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language };

/** What a letter says of the round, in the language of who reads it. */
export type RoundWords = { readonly round: string; readonly code: string };

/** Writes to every chair of a round in their language; where it has none, to the platform's administrators. */
export async function tellChairs(
  ctx: Context,
  roundId: string,
  say: (chair: Chair, round: RoundWords) => JudgingLetter | Promise<JudgingLetter>,
): Promise<void> {
  const { rows } = await sql<Chair & { readonly names: LocalizedText; readonly code: string }>`with lead_by as (
      select g.person_id, g.role from role_grant g where (g.role = 'CHAIR' and g.round_id = ${roundId}::uuid) or (g.role = 'ADMINISTRATOR' and g.scope = 'PLATFORM'))
    select distinct p.id, p.name, p.email, p.language, r.names, r.code from lead_by l join person p on p.id = l.person_id, round r
    where r.id = ${roundId}::uuid and p.disabled_at is null
      and (l.role = 'CHAIR' or not exists (select from lead_by x join person c on c.id = x.person_id where x.role = 'CHAIR' and c.disabled_at is null))
    order by p.id`.execute(ctx.db);
  const letters: Addressed[] = [];
  for (const { names, code, ...chair } of rows)
    letters.push({ to: chair, letter: await say(chair, { round: pickText(names, chair.language) || code, code }) });
  await writeLetters(ctx, letters);
}
