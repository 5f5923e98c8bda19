import type { TieKind } from "../../gql/graphql.ts";
import type { Join, NewAct } from "../offline/outbox.ts";
import type { WaitingAct } from "../offline/store.ts";
import type { ItemName, Items, KnownItem, Winner, Written } from "./known-card.ts";

/** The acts of a judge that wait in the outbox. */
export const CARD_KINDS: readonly string[] = ["judgeSave", "judgeSign", "judgeSkip", "judgeRecuse"];
export const COMPARE_KIND = "judgeCompare";

/** What is written on a card: items with the version each was made from. `actedAt`: an instant by this device's clock. */
export type SaveVariables = { readonly cardId: string; readonly items: Items<KnownItem>; readonly actedAt: string };

/** A signature: all that the judge saw when giving it. */
export type SignVariables = {
  readonly cardId: string;
  readonly items: Items<KnownItem>;
  readonly outcome: "SCORED" | "PASS" | "FAIL" | "ABSTAINED";
  readonly failReasons: readonly string[];
  readonly abstainReason: string | null;
  readonly cardVersion: number;
  readonly actedAt: string;
};

export type SkipVariables = { readonly cardId: string; readonly skip: boolean };
export type RecuseVariables = { readonly cardId: string; readonly kind: TieKind; readonly reason: string };
export type CompareVariables = { readonly comparisonId: string; readonly winner: Winner; readonly version: number };

/** Whose acts wait for each other. */
export function entityOfCard(cardId: string): string {
  return `judging card ${cardId}`;
}

/** Whose answers to a comparison wait for each other. */
export function entityOfComparison(id: string): string {
  return `judging comparison ${id}`;
}

/** The act that writes one item. */
export function saveAct(cardId: string, item: { readonly name: ItemName; readonly written: Written; readonly version: number }): NewAct {
  const { name, written, version } = item;
  const variables: SaveVariables = { cardId, items: { [name]: { ...written, version } }, actedAt: now() };
  return { kind: "judgeSave", entity: entityOfCard(cardId), variables };
}

/** Acts of one card that follow each other unsent become one: the later words, made from what the earlier ones were made from. */
export const joinSaves: Join = (waiting: WaitingAct, added: NewAct): SaveVariables => {
  const [before, next] = [waiting.variables as SaveVariables, added.variables as SaveVariables];
  const items: { [name in ItemName]?: KnownItem } = { ...before.items };
  for (const [name, item] of entriesOf(next.items)) items[name] = { ...item, version: before.items[name]?.version ?? item.version };
  return { ...next, items };
};

/** The act that signs a card. */
export function signAct(variables: Omit<SignVariables, "actedAt">): NewAct {
  return { kind: "judgeSign", entity: entityOfCard(variables.cardId), variables: { ...variables, actedAt: now() } };
}

/** The act that puts a card off, or takes it up again. */
export function skipAct(variables: SkipVariables): NewAct {
  return { kind: "judgeSkip", entity: entityOfCard(variables.cardId), variables };
}

/** The act that steps back from an entry. */
export function recuseAct(variables: RecuseVariables): NewAct {
  return { kind: "judgeRecuse", entity: entityOfCard(variables.cardId), variables };
}

/** The act that says which of two is better. */
export function compareAct(variables: CompareVariables): NewAct {
  return { kind: COMPARE_KIND, entity: entityOfComparison(variables.comparisonId), variables };
}

/** Two answers to one comparison become one: the later. */
export const joinComparisons: Join = (waiting: WaitingAct, added: NewAct): CompareVariables => ({
  ...(added.variables as CompareVariables),
  version: (waiting.variables as CompareVariables).version,
});

/** The named things of a list by name. */
export function entriesOf<Item>(items: Items<Item>): readonly (readonly [ItemName, Item])[] {
  return Object.entries(items) as [ItemName, Item][];
}

/** The criterion of a mark's name; null for a text. */
export function criterionOf(name: ItemName): string | null {
  return name.startsWith("mark ") ? name.slice("mark ".length) : null;
}

function now(): string {
  return new Date().toISOString();
}
