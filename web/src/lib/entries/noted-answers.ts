import type { AnswerValue } from "@isonga/schema/entry-form";
import { noteTyped, typedAt, typedUnder } from "../offline/typed.ts";
import type { SaveItem } from "./entry-acts.ts";
import type { ItemName } from "./known-entry.ts";

/** Notes an answer or a claim while it is being written, at once: its act follows when the writing pauses, and the page may go before that. */
export function noteAnswer(person: string, item: SaveItem): void {
  noteTyped(keyOf(person, item.entryId, item.name), item);
}

/** Forgets the note once the device's database has the value, unless more was written meanwhile. */
export function forgetNoted(person: string, { entryId, name, value }: Pick<SaveItem, "entryId" | "name" | "value">): void {
  const key = keyOf(person, entryId, name);
  const noted = typedAt<SaveItem>(key);
  if (noted && isSame(noted.value, value)) noteTyped(key, null);
}

/** What was being written in an entry when its page went. */
export function notedAnswers(person: string, entryId: string): readonly SaveItem[] {
  return typedUnder<SaveItem>(keyOf(person, entryId, ""));
}

/** Whether two values of an answer or a claim say the same. */
export function isSame(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function keyOf(person: string, entryId: string, name: ItemName | ""): string {
  return `answer ${person} ${entryId} ${name}`;
}
