import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { makeInvitation } from "../../people/invitations/invitation-token.ts";
import { byOf } from "../../people/invitations/invite-person.ts";

/** Writes a judge the letter that asks them, in their language; who has no password yet gets the link to choose one, and earlier links end. */
export async function writeInvitation(ctx: Context, judgeId: string): Promise<void> {
  const { rows } =
    await sql<Row>`select p.id as "personId", p.name, p.email, p.language, j.waiting, r.names, r.code, r.time_zone as "timeZone",
      exists (select from auth_account a where a.user_id = p.id) as "hasPassword",
      coalesce((select jsonb_agg(jsonb_build_object('names', st.names, 'code', st.code, 'from', st.starts_at, 'until', st.ends_at) order by st.position)
        from judge_seat s join stage st on st.round_id = r.id and st.code = s.stage where s.judge_id = j.id), '[]') as stages
    from judge j join person p on p.id = j.person_id join round r on r.id = j.round_id where j.id = ${judgeId}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row) return;
  const { language, timeZone, waiting } = row;
  const stages = row.stages.map(({ names, code, from, until }) => ({
    stage: pickText(names, language) || code,
    from: new Date(from),
    until: new Date(until),
  }));
  const link = row.hasPassword ? null : await makeInvitation(ctx, row.personId);
  const round = pickText(row.names, language) || row.code;
  await writeLetter(ctx, row, { kind: "JUDGE_INVITED", by: byOf(ctx), round, timeZone, stages, waiting, link });
}

type Row = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly waiting: boolean;
  readonly names: LocalizedText;
  readonly code: string;
  readonly timeZone: string;
  readonly hasPassword: boolean;
  readonly stages: readonly { readonly names: LocalizedText; readonly code: string; readonly from: string; readonly until: string }[];
};
