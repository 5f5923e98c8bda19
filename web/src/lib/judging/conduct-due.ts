import type { Failure, RefusalLike } from "../refusals/failure.ts";

/** As whom the asker must accept another code of conduct before they see anything more: the id of the judge; null when that is not why. */
export function conductDueOf(failure: Failure | RefusalLike | null): string | null {
  if (failure === null) return null;
  const refusals = "code" in failure ? [failure] : failure.kind === "refused" ? failure.refusals : [];
  const values = refusals.find(({ code }) => code === "CONDUCT_DUE")?.values as { readonly judgeId?: string } | undefined;
  return values?.judgeId ?? null;
}
