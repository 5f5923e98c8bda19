import { LockMode } from "@mikro-orm/core";
import { authorize, findable } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { findProgramme } from "./list-programmes.ts";
import { Programme } from "./programme.entity.ts";
import type { ProgrammePayload, UpdateProgrammeInput } from "./programme.inputs.ts";
import { programmePolicy } from "./programme.policy.ts";
import { descriptionIn, nameIn } from "./texts.ts";

/** Changes a programme's names and descriptions. Refuses STALE_VERSION to the slower of two. */
export async function updateProgramme(ctx: Context, input: UpdateProgrammeInput): Promise<ProgrammePayload> {
  findable(await findProgramme(ctx, input), () => true);
  const programme = findable(await ctx.em.findOne(Programme, { id: input.id }, { lockMode: LockMode.PESSIMISTIC_WRITE }), () => true);
  authorize(ctx.actor, programmePolicy.edit(ctx.actor, programme));
  programme.describe({
    version: input.version,
    names: nameIn("names", input.names),
    descriptions: descriptionIn("descriptions", input.descriptions),
    at: ctx.now(),
  });
  await ctx.em.flush();
  return { programme: await findProgramme(ctx, input) };
}
