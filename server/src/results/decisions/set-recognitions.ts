import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { AreaIndex } from "../area-index.ts";
import { lockRound, type ResultsRound } from "../load-round.ts";
import { loadRoundStanding } from "../round-standing.ts";
import type { DecisionPayload, RecognitionInput, SetRecognitionsInput } from "./decision.inputs.ts";
import { loadRecognitions } from "./load-decisions.ts";
import { readTray } from "./read-tray.ts";

/**
 * The officials recognised with an area, by role and name, as they shall be. Refuses STALE_VERSION when they are others than those the
 * change was made from, NOT_ELIGIBLE for an area that is not ranked in the round, UNKNOWN_REFERENCE for a role the instrument lacks.
 */
export async function setRecognitions(ctx: Context, input: SetRecognitionsInput): Promise<DecisionPayload> {
  const round = await lockRound(ctx, input.roundId);
  const area = new AreaIndex((await loadRoundStanding(ctx, round)).inputs).byId(input.subjectId);
  if (!area || !round.instrument.levels.includes(area.level)) throw new Refusal("NOT_ELIGIBLE", { field: "subjectId" });
  const wanted = checkOfficials(round, input.recognitions);
  const present = (await loadRecognitions(ctx, round.id)).filter(({ subjectId }) => subjectId === area.id);
  const known = new Set(input.known);
  if (present.length !== known.size || present.some(({ id }) => !known.has(id))) throw new Refusal("STALE_VERSION", { field: "known" });
  const same = (a: RecognitionInput, b: RecognitionInput) => a.role === b.role && a.personName === b.personName;
  const gone = present.filter((row) => !wanted.some((entry) => same(entry, row))).map(({ id }) => id);
  const added = wanted.filter((entry) => !present.some((row) => same(entry, row)));
  const rows = added.map(({ role, personName }) => ({ id: ctx.newId(), role, person_name: personName }));
  await sql`delete from recognition where id = any(${gone}::uuid[])`.execute(ctx.db);
  await sql`insert into recognition (id, round_id, subject_id, role, person_name, created_at, updated_at)
    select id, ${round.id}::uuid, ${area.id}::uuid, role, person_name, ${ctx.now()}, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, role text, person_name text)`.execute(ctx.db);
  return { tray: await readTray(ctx, round.id) };
}

function checkOfficials({ instrument }: ResultsRound, officials: readonly RecognitionInput[]): readonly RecognitionInput[] {
  const trimmed = officials.map(({ role, personName }) => ({ role, personName: personName.trim() }));
  refuseAll(
    trimmed.flatMap(({ role, personName }, index) => {
      const field = (name: string) => `recognitions[${index}].${name}`;
      const twice = trimmed.findIndex((other) => other.role === role && other.personName === personName) < index;
      if (!instrument.recognitionRoles.some(({ code }) => code === role))
        return [new Refusal("UNKNOWN_REFERENCE", { field: field("role"), values: { value: role } })];
      if (personName === "") return [new Refusal("REQUIRED", { field: field("personName") })];
      if (personName.length > LIMITS.nameLength)
        return [new Refusal("TOO_LONG", { field: field("personName"), values: { max: LIMITS.nameLength } })];
      return twice ? [new Refusal("ALREADY_EXISTS", { field: field("personName") })] : [];
    }),
  );
  return trimmed;
}
