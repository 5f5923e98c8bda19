import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { checkedCode, checkedName, localDate } from "./import/check-place.ts";
import type { JurisdictionFacts } from "./jurisdiction.entity.ts";
import type { JurisdictionCodeInput, JurisdictionFactsInput } from "./place.inputs.ts";

/** What was told of an area, checked. Refuses REQUIRED, TOO_LONG, INVALID_NUMBER and INVALID_DATE. */
export function checkFacts(input: JurisdictionFactsInput): JurisdictionFacts {
  const { population = null, validFrom = null, validTo = null } = input;
  if (population !== null && population < 0) throw new Refusal("INVALID_NUMBER", { field: "facts.population" });
  if (validFrom !== null) localDate(validFrom, "facts.validFrom");
  if (validTo !== null) localDate(validTo, "facts.validTo");
  if (validFrom !== null && validTo !== null && validTo <= validFrom) throw new Refusal("INVALID_DATE", { field: "facts.validTo" });
  const names = Object.entries(input.names ?? {}).flatMap(([language, name]) =>
    name?.trim() ? [[language, checkedName(name, `facts.names.${language}`)] as const] : [],
  );
  return { name: checkedName(input.name, "facts.name"), names: Object.fromEntries(names), population, validFrom, validTo };
}

/** Codes in other systems by system. Refuses INVALID_CODE, INVALID_VALUE for a system told twice, ALREADY_EXISTS for another area's code. */
export async function checkCodes(
  ctx: Context,
  codes: readonly JurisdictionCodeInput[],
  area: { readonly id: string; readonly country: string },
): Promise<Readonly<Record<string, string>>> {
  const checked: Record<string, string> = {};
  for (const { system, code } of codes) {
    if (!/^[a-z][a-z0-9_-]{0,29}$/.test(system)) throw new Refusal("INVALID_CODE", { field: "facts.codes" });
    if (checked[system] !== undefined) throw new Refusal("INVALID_VALUE", { field: "facts.codes" });
    checked[system] = checkedCode(code.trim(), "facts.codes");
  }
  const { rows } = await sql<{ code: string }>`select c.code from jurisdiction_code c join jurisdiction j on j.id = c.jurisdiction_id
    where j.country = ${area.country} and j.id <> ${area.id}::uuid
      and (c.system, c.code) in (select key, value from jsonb_each_text(${JSON.stringify(checked)}::jsonb)) limit 1`.execute(ctx.db);
  if (rows.length > 0) throw new Refusal("ALREADY_EXISTS", { field: "facts.codes" });
  return checked;
}

/** The codes an area has now in other systems. */
export async function codesOf(ctx: Context, id: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ system: string; code: string }>`select system, code from jurisdiction_code
    where jurisdiction_id = ${id}::uuid`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ system, code }) => [system, code]));
}
