import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { claimEvent, type EventHandler } from "../../kernel/outbox.ts";
import { type Addressed, writeLetters } from "../../mail/write-letter.ts";

type Opened = { readonly cardIds: readonly string[]; readonly reason: string };

/** Writes to the judges whose cards were opened again: one letter a judge and stage, with the references. */
export const tellAskedAgain: EventHandler = {
  type: "judging.card-asked-again",
  handle: (ctx: Context, { cardIds, reason }: Opened, eventId: string) =>
    atomically(ctx, { verb: "tellAskedAgain" }, async () => {
      if (!(await claimEvent(ctx, eventId, "tell-asked-again"))) return;
      const letters = (await judgesOf(ctx, cardIds)).map(({ names, roundCode, stageId, entries, ...to }): Addressed => {
        const round = pickText(names, to.language) || roundCode;
        return { to, letter: { kind: "CARDS_ASKED_AGAIN", round, stageId, entries, reason } };
      });
      await writeLetters(ctx, letters);
    }),
};

type Asked = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly names: LocalizedText;
  readonly roundCode: string;
  readonly stageId: string;
  readonly entries: readonly string[];
};

async function judgesOf(ctx: Context, cardIds: readonly string[]): Promise<readonly Asked[]> {
  const { rows } = await sql<Asked>`select p.name, p.email, p.language, r.names, r.code as "roundCode", c.judging_stage_id as "stageId",
      array_agg(e.reference order by e.reference collate "C") as entries
    from scorecard c join judge j on j.id = c.judge_id join person p on p.id = j.person_id join round r on r.id = j.round_id
    join entry e on e.id = c.entry_id
    where c.id = any(${[...cardIds]}::uuid[]) and p.disabled_at is null
    group by p.id, r.id, c.judging_stage_id order by p.id, c.judging_stage_id`.execute(ctx.db);
  return rows;
}
