import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { authorize, findable } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { levelsOf } from "../places/countries.ts";
import { checkDefinition } from "./definition-problems.ts";
import { slug } from "./file-schema.ts";
import { findProgramme } from "./list-programmes.ts";
import { Programme } from "./programme.entity.ts";
import type { ProgrammePayload } from "./programme.inputs.ts";
import { programmePolicy } from "./programme.policy.ts";
import { descriptionIn, nameIn, refuseProblems } from "./texts.ts";

export type NewProgramme = {
  readonly code: string;
  readonly country: string;
  readonly names: LocalizedText;
  readonly descriptions?: LocalizedText | null;
};

/** Makes a programme. Refuses INVALID_CODE, ALREADY_EXISTS, UNKNOWN_REFERENCE for a country without places. */
export async function createProgramme(ctx: Context, input: NewProgramme): Promise<ProgrammePayload> {
  const programme = await addProgramme(ctx, input);
  return { programme: findable(await findProgramme(ctx, { id: programme.id }), () => true) };
}

/** As {@link createProgramme}, for other verbs: the entity, written. */
export async function addProgramme(ctx: Context, input: NewProgramme): Promise<Programme> {
  authorize(ctx.actor, programmePolicy.create(ctx.actor, input));
  await refuseTakenCode(ctx, "programme", input.code);
  if ((await levelsOf(ctx, [input.country])).length === 0)
    throw new Refusal("UNKNOWN_REFERENCE", { field: "country", values: { value: input.country } });
  const now = ctx.now();
  const programme = ctx.em.create(Programme, {
    id: ctx.newId(),
    code: input.code,
    country: input.country,
    names: nameIn("names", input.names),
    descriptions: descriptionIn("descriptions", input.descriptions),
    createdAt: now,
    updatedAt: now,
  });
  ctx.em.persist(programme);
  await ctx.em.flush();
  return programme;
}

/** Refuses a code that is no code, or that another one of the table has. */
export async function refuseTakenCode(ctx: Context, table: "programme" | "round", code: string): Promise<void> {
  const checked = checkDefinition(slug, code);
  if (!checked.ok) refuseProblems(checked.problems, "code");
  const { rows } = await sql`select 1 from ${sql.table(table)} where code = ${code}`.execute(ctx.db);
  if (rows.length > 0) throw new Refusal("ALREADY_EXISTS", { field: "code", values: { value: code } });
}
