import type { Language } from "@isonga/schema/languages";
import { fillWords } from "../../mail/letter-words.ts";
import { JUDGING_WORDS } from "../judging-words.ts";
import type { ConflictKind, PairOrigin } from "./conflict-kinds.ts";

/** Why a judge must keep away from an entry, as one sentence in the reader's language. */
export function conflictWords(
  language: Language,
  { kind, origin, detail }: { readonly kind: ConflictKind; readonly origin: PairOrigin; readonly detail: string | null },
): string {
  const words = JUDGING_WORDS[language].conflict;
  const why = detail === null ? words.kind[kind] : fillWords(words.of, { kind: words.kind[kind], what: detail });
  return fillWords(words.origin[origin], { why });
}
