import type { LocalizedText } from "@isonga/schema/languages";

/** A text as an input carries it: each language said, null where there is none. */
export function textInput(text: LocalizedText): { readonly en: string | null; readonly rw: string | null; readonly id: string | null } {
  return { en: text.en ?? null, rw: text.rw ?? null, id: text.id ?? null };
}

/** No text in any language yet. */
export const NO_TEXT = textInput({});
