import { LANGUAGES, type LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { sql } from "kysely";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { ownForm } from "../forms/read-forms.ts";
import { findProgramme } from "../list-programmes.ts";
import { checkRoundFile, type RoundFile } from "../round-file.ts";
import { definitionOf } from "../rounds/instrument-view.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { roundPolicy } from "../rounds/round.policy.ts";
import type { Round } from "../rounds/round.type.ts";
import { instrumentLoader, stageLoader } from "../rounds/round-loaders.ts";
import { isoInZone } from "../rounds/zoned-time.ts";

/**
 * The round as a file in its canonical form, from which an import makes the same round: the instrument in force, dates with the zone's
 * offset. Refuses NOT_FOUND, and ROUND_INCOMPLETE for a draft that has no instrument or no stages yet.
 */
export async function exportRound(ctx: Context, code: string): Promise<string> {
  const round = findable(await findRound(ctx, { code }), () => true);
  authorize(ctx.actor, roundPolicy.export(ctx.actor, round));
  return canonicalText(await readRoundFile(ctx, round));
}

/** One file has one canonical text: keys in the order of the schema, two spaces, a line break at the end. */
export function canonicalText(file: RoundFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A checked file in its canonical form: dates to the second with the zone's offset, without the pointer to the schema and without a grace of none. */
export function canonicalFile({ formatVersion, programme, round }: RoundFile): RoundFile {
  const inZone = (text: string) => isoInZone(new Date(text), round.timeZone);
  const stages = round.stages.map(({ graceMinutes, ...stage }) => ({
    ...stage,
    startsAt: inZone(stage.startsAt),
    endsAt: inZone(stage.endsAt),
    ...(graceMinutes ? { graceMinutes } : {}),
  }));
  return { formatVersion, programme, round: { ...round, stages } };
}

/** What the database holds of the round, as a file. */
export async function readRoundFile(ctx: Context, round: Round): Promise<RoundFile> {
  const programme = findable(await findProgramme(ctx, { id: round.programmeId }), () => true);
  const stages = await stageLoader(ctx).load(round.id);
  const [instrument] = await instrumentLoader(ctx).load(round.id);
  const form = await ownForm(ctx, round.id);
  const { rows } = await sql<{ code: string; country: string }>`select code, country from jurisdiction
    where id = ${round.jurisdictionId}`.execute(ctx.db);
  if (!instrument) throw new Refusal("ROUND_INCOMPLETE", { field: "instrument", values: { missing: "INSTRUMENT" } });
  if (stages.length === 0) throw new Refusal("ROUND_INCOMPLETE", { field: "stages", values: { missing: "REPORTING_STAGE" } });
  const inZone = (instant: Date | string) => isoInZone(new Date(instant), round.timeZone);
  const file = {
    formatVersion: 1,
    programme: { code: programme.code, country: programme.country, names: programme.names, ...described(programme.descriptions) },
    round: {
      code: round.code,
      names: round.names,
      ...described(round.descriptions),
      place: { country: rows[0]?.country, code: rows[0]?.code },
      timeZone: round.timeZone,
      illustrative: round.illustrative,
      stages: stages.map(({ code, kind, names, startsAt, endsAt, graceMinutes }) => ({
        code,
        kind,
        names,
        startsAt: inZone(startsAt),
        endsAt: inZone(endsAt),
        ...(graceMinutes > 0 ? { graceMinutes } : {}),
      })),
      instrument: definitionOf(instrument),
      ...(form ? { form } : {}),
    },
  };
  const checked = checkRoundFile(file);
  if (checked.ok) return checked.value;
  throw new Error(`round ${round.code} does not make a file: ${JSON.stringify(checked.problems)}`);
}

function described(descriptions: LocalizedTextValue): { readonly descriptions?: LocalizedTextValue } {
  return LANGUAGES.some((language) => descriptions[language]) ? { descriptions } : {};
}
