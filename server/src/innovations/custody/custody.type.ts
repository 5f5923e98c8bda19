import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "../../kernel/actor.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant, LocalDateScalar } from "../../kernel/graphql/scalars.ts";
import { RoleEnum } from "../../people/person.type.ts";
import { EntryKindEnum, EntryStateEnum } from "../entries/entry.type.ts";
import { ENTRY_ACTS, type EntryAct, type EntryKind, type EntryState } from "../entries/entry-states.ts";

export const EntryActEnum = Object.fromEntries(ENTRY_ACTS.map((act) => [act, act]));
registerEnumType(EntryActEnum, { name: "EntryAct", description: "A step of custody." });

export const SUBMISSION_TIMES = ["BEFORE", "ON_TIME", "IN_GRACE", "AFTER"] as const;
export type SubmissionTime = (typeof SUBMISSION_TIMES)[number];
export const SubmissionTimeEnum = Object.fromEntries(SUBMISSION_TIMES.map((time) => [time, time]));
registerEnumType(SubmissionTimeEnum, {
  name: "SubmissionTime",
  description: "Where this instant lies between an entry's opening and its deadline.",
});

@ObjectType({ description: "Why one field of an entry was sent back." })
export class FieldReasonView {
  @Field(() => String, { description: "The field's key, or the indicator's code." })
  readonly field: string;

  @Field(() => String, { description: "What the form or the instrument calls it in the reader's language." })
  readonly label: string;

  @Field(() => String, { description: "The reason." })
  readonly reason: string;
}

@ObjectType({ description: "One act of custody in an entry's history; it never changes." })
export class EntryEvent {
  @Field(() => ID, { description: "The event's id." })
  readonly id: string;

  @Field(() => EntryActEnum, { description: "What was done." })
  readonly act: EntryAct;

  @Field(() => EntryStateEnum, { description: "The state before." })
  readonly from: EntryState;

  @Field(() => EntryStateEnum, { description: "The state after." })
  readonly to: EntryState;

  @Field(() => String, { nullable: true, description: "Name of who did it; null for the platform itself." })
  readonly by: string | null;

  @Field(() => String, { nullable: true, description: "Name of who was away and for whom it was done." })
  readonly forName: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => String, { nullable: true, description: "Why, in their words." })
  readonly reason: string | null;

  @Field(() => [FieldReasonView], { description: "Why, field by field." })
  readonly fieldReasons: readonly FieldReasonView[];

  @Field(() => Boolean, { description: "Whether it was handed in during the time of grace." })
  readonly inGrace: boolean;
}

/** What every view of an entry's custody says. */
@ObjectType()
abstract class HeldFacts {
  @Field(() => ID, { description: "The entry's id." })
  readonly id: string;

  @Field(() => EntryKindEnum, { description: "An innovation's, or a region's own rows." })
  readonly kind: EntryKind;

  @Field(() => EntryStateEnum, { description: "What has become of it." })
  readonly state: EntryState;

  @Field(() => RoleEnum, { nullable: true, description: "Who has to act next; null where nobody has." })
  readonly holder: Role | null;

  @Field(() => DateTimeScalar, { description: "Since when they hold it." })
  readonly heldSince: Instant;

  @Field(() => Boolean, { description: "Whether it was handed in during the time of grace." })
  readonly inGrace: boolean;

  @Field(() => Int, { description: "Counts its changes; an act carries the one it was made from." })
  readonly version: number;

  @Field(() => String, { description: "IANA time zone of its round." })
  readonly timeZone: string;

  @Field(() => [EntryActEnum], { description: "The steps that the asker may take now." })
  readonly acts: readonly EntryAct[];

  @Field(() => Boolean, { description: "Whether the asker may remind who holds it." })
  readonly canRemind: boolean;
}

@ObjectType({ description: "An entry in a list of who holds what." })
export class CustodyEntry extends HeldFacts {
  @Field(() => String, { description: "Its title, in the language it was written in." })
  readonly title: string;

  @Field(() => String, { nullable: true, description: "Name of its office in the reader's language; null for a region's own rows." })
  readonly agencyName: string | null;

  @Field(() => String, { description: "Name of its region in the reader's language." })
  readonly placeName: string;

  @Field(() => String, { description: "Code of its round." })
  readonly roundCode: string;

  @Field(() => String, { description: "Name of its round in the reader's language." })
  readonly roundName: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first handed in." })
  readonly submittedAt: Instant | null;
}

@ObjectType({ description: "Who holds an entry, until when it can be handed in, and what the asker may do." })
export class EntryCustody extends HeldFacts {
  @Field(() => [String], { description: "Names of the people who have to act next, delegates included; the first ten." })
  readonly heldBy: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: "From when entries of the round are taken; null: it takes none." })
  readonly opensAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is on time; null: the round takes none." })
  readonly endsAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is taken at all." })
  readonly graceEndsAt: Instant | null;

  @Field(() => SubmissionTimeEnum, { description: "Where this instant lies." })
  readonly time: SubmissionTime;
}

@ObjectType({ description: "How many entries one party holds." })
export class CustodyCount {
  @Field(() => RoleEnum, { nullable: true, description: "Who has to act next; null for entries with which nobody has." })
  readonly holder: Role | null;

  @Field(() => Int, { description: "How many." })
  readonly count: number;

  @Field(() => Int, { description: "How many of them the asker holds." })
  readonly mine: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when the longest held of them waits." })
  readonly oldest: Instant | null;
}

export const FUNNEL_GROUPS = ["NONE", "AGENCY", "DAY"] as const;
export type FunnelGroup = (typeof FUNNEL_GROUPS)[number];
export const FunnelGroupEnum = Object.fromEntries(FUNNEL_GROUPS.map((group) => [group, group]));
registerEnumType(FunnelGroupEnum, {
  name: "FunnelGroup",
  description: "By what a funnel is split: by office, or day by day in the round's zone.",
});

@ObjectType({
  description: "How far entries have come. Each of drafted, submitted, endorsed, checked, verified counts those that are there or further.",
})
export class FunnelRow {
  @Field(() => ID, { nullable: true, description: "The office; null for a region's own rows, and where it is not split by office." })
  readonly agencyId: string | null;

  @Field(() => String, { nullable: true, description: "Name of the office in the reader's language." })
  readonly agencyName: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day at whose end it stood so, where it is split by day." })
  readonly day: string | null;

  @Field(() => Int, { description: "Begun." })
  readonly drafted: number;

  @Field(() => Int, { description: "Handed in, or further." })
  readonly submitted: number;

  @Field(() => Int, { description: "Endorsed, or further." })
  readonly endorsed: number;

  @Field(() => Int, { description: "Checked, or further." })
  readonly checked: number;

  @Field(() => Int, { description: "Verified." })
  readonly verified: number;

  @Field(() => Int, { description: "Back with their authors." })
  readonly returned: number;

  @Field(() => Int, { description: "Found not eligible." })
  readonly ineligible: number;

  @Field(() => Int, { description: "Withdrawn." })
  readonly withdrawn: number;
}

export const CustodyEntryConnection = connectionType(CustodyEntry, "CustodyEntry");
