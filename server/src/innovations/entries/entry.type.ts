import type { TaskState } from "@isonga/schema/entry-completeness";
import { TASK_STATES } from "@isonga/schema/entry-completeness";
import type { Language } from "@isonga/schema/languages";
import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "../../kernel/actor.ts";
import { LanguageEnum, Node, RefusalCodeEnum } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { RoleEnum } from "../../people/person.type.ts";
import type { EntryFacts } from "./entry.policy.ts";
import { ENTRY_KINDS, ENTRY_STATES, type EntryKind, type EntryState } from "./entry-states.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const EntryKindEnum = enumOf(ENTRY_KINDS);
registerEnumType(EntryKindEnum, {
  name: "EntryKind",
  description: "An innovation's part in a round, or the rows that a region claims for itself.",
});

export const EntryStateEnum = enumOf(ENTRY_STATES);
registerEnumType(EntryStateEnum, { name: "EntryState", description: "Where an entry stands in its custody." });

export const TaskStateEnum = enumOf(TASK_STATES);
registerEnumType(TaskStateEnum, {
  name: "TaskState",
  description: "Where a task of an entry stands; PROBLEM: something in it is wrong or was sent back.",
});

@ObjectType("EntryProblem", { simpleResolvers: true, description: "What an entry lacks, or a rule that it breaks." })
export class EntryProblemView {
  @Field(() => String, { description: "Code of the task in which it is mended." })
  readonly task: string;

  @Field(() => String, { description: "Key of the field, or code of the indicator." })
  readonly field: string;

  @Field(() => RefusalCodeEnum, { description: "What is wrong; its words are the reader's." })
  readonly code: RefusalCode;

  @Field(() => JsonScalar, { description: "Values that fill the placeholders of its words." })
  readonly values: unknown;
}

@ObjectType({ simpleResolvers: true, description: "A task of an entry's form, with where it stands." })
export class EntryTask {
  @Field(() => String, { description: "Its code, unique in the form." })
  readonly code: string;

  @Field(() => String, { description: "Its title in the reader's language." })
  readonly title: string;

  @Field(() => TaskStateEnum, { description: "Where it stands." })
  readonly state: TaskState;

  @Field(() => [EntryProblemView], { description: "What it still lacks." })
  readonly problems: readonly EntryProblemView[];
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with an entry now." })
export class EntryViewerCan {
  @Field(() => Boolean, {
    description: "Write answers, claims and evidence: they may, it is a draft or was returned, and the round takes it.",
  })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Add a translation." })
  readonly translate: boolean;

  @Field(() => Boolean, { description: "Hand it in." })
  readonly submit: boolean;

  @Field(() => Boolean, { description: "Endorse it as the head of its office." })
  readonly endorse: boolean;

  @Field(() => Boolean, { description: "Pass it on to the verifiers." })
  readonly check: boolean;

  @Field(() => Boolean, { description: "Say the levels that the evidence shows." })
  readonly verify: boolean;

  @Field(() => Boolean, { description: "Send it back with reasons." })
  readonly return: boolean;

  @Field(() => Boolean, { description: "Take it out as not eligible, with a reason." })
  readonly exclude: boolean;

  @Field(() => Boolean, { description: "Withdraw it." })
  readonly withdraw: boolean;

  @Field(() => Boolean, { description: "Take a withdrawn one up again." })
  readonly resume: boolean;

  @Field(() => Boolean, { description: "Delete it: a draft of theirs that was never handed in." })
  readonly delete: boolean;
}

@ObjectType("Entry", {
  implements: Node,
  description: "An innovation's part in one round, or (REGIONAL) the rows that a region claims for itself.",
})
export class EntryView implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => EntryKindEnum, { description: "Which of the two it is." })
  readonly kind: EntryKind;

  @Field(() => String, { description: "The innovation's title as this entry has it; the region's name for its own rows." })
  readonly title: string;

  @Field(() => LanguageEnum, { description: "The language it is written in." })
  readonly language: Language;

  @Field(() => EntryStateEnum, { description: "Where it stands in its custody." })
  readonly state: EntryState;

  @Field(() => RoleEnum, { nullable: true, description: "Whose turn it is; null when it is nobody's." })
  readonly holder: Role | null;

  @Field(() => DateTimeScalar, { description: "Since when they hold it." })
  readonly heldSince: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first handed in." })
  readonly submittedAt: Instant | null;

  @Field(() => Boolean, { description: "Whether it was handed in after the deadline, within the days of grace." })
  readonly inGrace: boolean;

  @Field(() => Boolean, { description: "Whether it was drawn into the sample that is verified." })
  readonly sampled: boolean;

  @Field(() => Int, {
    description: "Counts its steps of custody; an act on it carries the version it was made from. Writing does not change it.",
  })
  readonly version: number;

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  readonly createdAt: Instant;

  @Field(() => DateTimeScalar, { description: "When something of it last changed." })
  readonly updatedAt: Instant;

  @Field(() => String, { nullable: true, description: "Name of who began it; null when it was imported." })
  readonly createdBy: string | null;

  readonly roundId: string;
  readonly jurisdictionId: string;
  readonly agencyId: string | null;
  readonly innovationId: string | null;
  readonly formId: string | null;
  readonly instrumentId: string;
  readonly copiedFromId: string | null;
  /** Dotted path of its region. */
  readonly path: string;
}

/** What the policies ask, of an entry as it is shown. */
export function factsOf({ kind, state, path, agencyId, roundId }: EntryView): EntryFacts {
  return { kind, state, path, agencyId, roundId };
}

/** A page of entries. */
export const EntryConnection = connectionType(EntryView, "Entry");
export type EntryConnection = InstanceType<typeof EntryConnection>;
