import { type Language, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Letter } from "../../mail/letter-content.ts";
import { writeLetters } from "../../mail/write-letter.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";

type Judge = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language };

/** Writes to each judge who was given entries how many, in which stage and by when: one letter each, in their language. */
export async function tellJudges(ctx: Context, stage: JudgingStageFacts, given: ReadonlyMap<string, number>): Promise<void> {
  if (given.size === 0) return;
  const { rows } = await sql<Judge>`select j.id, p.name, p.email, p.language from judge j join person p on p.id = j.person_id
    where j.id = any(${[...given.keys()]}::uuid[]) and p.disabled_at is null order by j.code`.execute(ctx.db);
  const { rows: rounds } = await sql<{ names: Record<string, string> }>`select names from round where id = ${stage.roundId}::uuid`.execute(
    ctx.db,
  );
  const letterTo = ({ id, language }: Judge): Letter => ({
    kind: "JUDGE_ASSIGNED",
    round: pickText(rounds[0]?.names, language) || stage.roundCode,
    stageId: stage.id,
    stage: pickText(stage.names, language) || stage.stage,
    count: given.get(id) ?? 0,
    until: stage.endsAt,
    timeZone: stage.timeZone,
  });
  await writeLetters(
    ctx,
    rows.map((judge) => ({ to: judge, letter: letterTo(judge) })),
  );
}
