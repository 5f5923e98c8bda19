import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal, refuseAll } from "../kernel/refusal.ts";
import { findPerson, visiblePersonRow } from "./list-people.ts";
import { Person } from "./person.entity.ts";
import type { UpdatePersonInput } from "./person.inputs.ts";
import { personPolicy } from "./person.policy.ts";
import { checkVersion, nameProblems } from "./person-rules.ts";
import type { PersonPayload } from "./person-view.type.ts";

/** Changes a person's name and language. Refuses FORBIDDEN, an empty or overlong name, STALE_VERSION. */
export async function updatePerson(ctx: Context, input: UpdatePersonInput): Promise<PersonPayload> {
  const row = await visiblePersonRow(ctx, input.id);
  authorize(ctx.actor, personPolicy.edit(ctx.actor, row));
  await changePerson(ctx, input);
  return { person: await findPerson(ctx, row.id) };
}

/** The change itself, for who has been authorised. */
export async function changePerson(ctx: Context, input: UpdatePersonInput): Promise<void> {
  refuseAll(nameProblems(input.name));
  const person = await loadPerson(ctx, input.id);
  checkVersion(person, input.version);
  const unchanged = person.name === input.name.trim() && person.language === input.language;
  if (unchanged) return;
  person.name = input.name.trim();
  person.language = input.language;
  person.updatedAt = ctx.now();
  await ctx.em.flush();
}

/** The entity, for verbs that have looked at its row. */
export async function loadPerson(ctx: Context, id: string): Promise<Person> {
  const person = await ctx.em.findOne(Person, { id });
  if (!person) throw new Refusal("NOT_FOUND");
  return person;
}
