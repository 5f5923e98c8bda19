import { LIMITS } from "@isonga/schema/limits";
import { z } from "zod";
import { Refusal } from "../kernel/refusal.ts";

/** What is wrong with a name: REQUIRED, TOO_LONG or nothing. */
export function nameProblems(name: string, field = "name"): readonly Refusal[] {
  if (name.trim() === "") return [new Refusal("REQUIRED", { field })];
  return name.trim().length > LIMITS.nameLength ? [new Refusal("TOO_LONG", { field, values: { max: LIMITS.nameLength } })] : [];
}

/** What is wrong with an address: REQUIRED, INVALID_EMAIL or nothing. */
export function emailProblems(email: string, field = "email"): readonly Refusal[] {
  if (email.trim() === "") return [new Refusal("REQUIRED", { field })];
  return z.email().max(254).safeParse(email.trim()).success ? [] : [new Refusal("INVALID_EMAIL", { field })];
}

/** Refuses STALE_VERSION to who did not see the latest. */
export function checkVersion(thing: { readonly version: number }, seen: number): void {
  if (thing.version !== seen) throw new Refusal("STALE_VERSION", { field: "version" });
}
