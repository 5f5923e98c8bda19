import type { Actor } from "./actor.ts";
import { Refusal } from "./refusal.ts";

/**
 * Goes on when allowed; otherwise refuses: UNAUTHENTICATED to the public, FORBIDDEN to a person. Pass `visible: false` where even the
 * thing's existence must not be told: then it is NOT_FOUND.
 */
export function authorize(actor: Actor, allowed: boolean, options: { readonly visible?: boolean } = {}): void {
  if (allowed) return;
  if (options.visible === false) throw new Refusal("NOT_FOUND");
  throw new Refusal(actor.kind === "PUBLIC" ? "UNAUTHENTICATED" : "FORBIDDEN");
}

/** The thing, or NOT_FOUND when there is none or the actor may not see it: the two are not told apart. */
export function findable<T>(thing: T | null | undefined, visible: (thing: T) => boolean): T {
  if (thing === null || thing === undefined || !visible(thing)) throw new Refusal("NOT_FOUND");
  return thing;
}
