import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Me } from "./person.type.ts";

/** The signed-in person, or null for the public. */
export async function findMe(ctx: Context): Promise<Me | null> {
  const { rows } = await sql<{ id: string; name: string; email: string; language: Language; version: number }>`
    select id, name, email, language, version from person where id = ${ctx.actor.id}`.execute(ctx.db);
  const [person] = rows;
  return person ? { ...person, roles: [...new Set(ctx.actor.grants.map((grant) => grant.role))] } : null;
}
