import type { Language } from "@isonga/schema/languages";
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import { EntryKindEnum, EntryStateEnum, EntryView } from "./entry.type.ts";
import type { EntryKind, EntryState } from "./entry-states.ts";

const ENTRY_ORDERS = ["NEWEST", "LONGEST_HELD", "TITLE"] as const;
export type EntryOrder = (typeof ENTRY_ORDERS)[number];
export const EntryOrderEnum = Object.fromEntries(ENTRY_ORDERS.map((order) => [order, order]));
registerEnumType(EntryOrderEnum, {
  name: "EntryOrder",
  description: "How entries are listed: newest first, longest held first, or by title.",
});

@ArgsType()
export class EntriesArgs extends PageArgs {
  @Field(() => ID, { description: "Of this round." })
  readonly roundId: string;

  @Field(() => EntryKindEnum, { nullable: true, description: "Only of this kind." })
  readonly kind?: EntryKind | null;

  @Field(() => [EntryStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly EntryState[] | null;

  @Field(() => ID, { nullable: true, description: "Only of this office." })
  readonly agencyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this area and those below it." })
  readonly jurisdictionId?: string | null;

  @Field(() => String, { nullable: true, description: "Only with this in the title." })
  readonly search?: string | null;

  @Field(() => EntryOrderEnum, { nullable: true, description: "How they are listed; the newest first unless told." })
  readonly order?: EntryOrder | null;
}

@InputType({ description: "An entry to be begun, as a draft." })
export class BeginEntryInput {
  @Field(() => ID, { nullable: true, description: "An id made by the asker (UUID v7), so that a draft begun without a network keeps it." })
  readonly id?: string | null;

  @Field(() => ID, { description: "In which round." })
  readonly roundId: string;

  @Field(() => EntryKindEnum, { description: "An innovation's entry, or a region's own rows." })
  readonly kind: EntryKind;

  @Field(() => ID, { nullable: true, description: "Which office's, for an innovation." })
  readonly agencyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Which region's, for its own rows." })
  readonly jurisdictionId?: string | null;

  @Field(() => ID, { nullable: true, description: "An innovation of the office that is known already; otherwise a new one is made." })
  readonly innovationId?: string | null;

  @Field(() => String, { nullable: true, description: "The title of a new innovation." })
  readonly title?: string | null;

  @Field(() => LanguageEnum, { description: "The language it will be written in." })
  readonly language: Language;
}

@InputType({ description: "An earlier entry to be entered again." })
export class CopyEntryInput {
  @Field(() => ID, { nullable: true, description: "An id made by the asker (UUID v7)." })
  readonly id?: string | null;

  @Field(() => ID, { description: "The earlier entry." })
  readonly entryId: string;

  @Field(() => ID, { description: "The round into which it is copied." })
  readonly roundId: string;
}

@InputType({ description: "A draft that was begun by mistake." })
export class DeleteDraftInput {
  @Field(() => ID, { description: "The entry." })
  readonly id: string;
}

@ObjectType({ implements: MutationPayload, description: "What deleting a draft answers." })
export class DeleteDraftPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "The entry that is no more; null when refused." })
  readonly deletedId?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What an act on one entry answers." })
export class EntryPayload extends MutationPayload {
  @Field(() => EntryView, { nullable: true, description: "The entry as it is now; null when refused." })
  readonly entry?: EntryView | null;
}
