import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import type { JudgeFacts } from "../judges/load-judge.ts";

/** Tells a judge which entries they take over, by reference alone, in their language. */
export async function writeReplacementLetter(ctx: Context, { id }: Pick<JudgeFacts, "id">, entries: readonly string[]): Promise<void> {
  const { rows } = await sql<{
    name: string;
    email: string;
    language: Language;
    names: LocalizedText;
    code: string;
  }>`select p.name, p.email, p.language,
      r.names, r.code from judge j join person p on p.id = j.person_id join round r on r.id = j.round_id where j.id = ${id}::uuid`.execute(
    ctx.db,
  );
  const [to] = rows;
  if (to) await writeLetter(ctx, to, { kind: "JUDGE_REPLACES", round: pickText(to.names, to.language) || to.code, entries });
}
