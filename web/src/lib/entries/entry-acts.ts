import type { AnswerValue } from "@isonga/schema/entry-form";
import type { NewAct } from "../offline/outbox.ts";
import type { WaitingAct } from "../offline/store.ts";
import type { ItemName } from "./known-entry.ts";

/** Acts of the outbox that write one answer or one claim; one of several of the same entry waits for the ones before it. */
export const SAVE_KINDS: readonly string[] = ["saveAnswers", "saveClaims"];
/** The act of the outbox that begins a draft. */
export const BEGIN_KIND = "beginEntry";

/** One answer or claim on its way: made from a version, or on top of an own act (`after`) whose version is not known yet. */
export type SaveItem = {
  readonly entryId: string;
  readonly name: ItemName;
  readonly value: AnswerValue;
  readonly version: number;
  readonly after: string | null;
};

/** Whose acts wait for each other. */
export function entityOf(entryId: string): string {
  return `entry ${entryId}`;
}

/** The act that writes an answer or a claim. */
export function saveAct(item: SaveItem): NewAct {
  return { kind: isClaim(item.name) ? "saveClaims" : "saveAnswers", entity: entityOf(item.entryId), variables: item };
}

/** Two acts that write the same answer or claim become one: the later value, made from what the earlier one was made from. */
export function joinSaves(waiting: WaitingAct, added: NewAct): unknown {
  const [before, now] = [waiting.variables as SaveItem, added.variables as SaveItem];
  return before.name === now.name ? { ...now, version: before.version, after: before.after } : null;
}

/** Whether the name is a claim's; otherwise it is an answer's. */
export function isClaim(name: ItemName): boolean {
  return name.startsWith("claim ");
}

/** The field, or the indicator, of an answer's or a claim's name. */
export function fieldOf(name: ItemName): string {
  return name.slice(name.indexOf(" ") + 1);
}
