import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { Round } from "../rounds/round.type.ts";
import type { RoundFileChange as Change } from "./round-changes.ts";

export const ChangeKindEnum = { NEW: "NEW", CHANGED: "CHANGED", REMOVED: "REMOVED" } as const;
registerEnumType(ChangeKindEnum, { name: "RoundFileChangeKind", description: "What an import does at one place of a file." });

@InputType({ description: "A round file to be imported." })
export class ImportRoundInput {
  @Field(() => String, { description: "The file's text, in the form of `/schemas/round-file.schema.json`." })
  readonly text: string;

  @Field(() => Boolean, { defaultValue: false, description: "Tell what would change and write nothing." })
  readonly dryRun: boolean;

  @Field(() => String, { nullable: true, description: "Why; needed when it changes the instrument or the dates of an open round." })
  readonly reason?: string | null;
}

@ObjectType({ description: "What an import does at one place of the file." })
export class RoundFileChange {
  @Field(() => ChangeKindEnum, { description: "Whether it is new, changed or removed." })
  readonly kind: Change["kind"];

  @Field(() => String, { description: "Where in the file, e.g. `round.stages[0].endsAt`." })
  readonly path: string;

  @Field(() => String, { nullable: true, description: "What is there; null when it is new." })
  readonly before: string | null;

  @Field(() => String, { nullable: true, description: "What the file says; null when it is removed." })
  readonly after: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What importing a round answers." })
export class ImportRoundPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "Whether nothing was to be written." })
  readonly dryRun?: boolean | null;

  @Field(() => [RoundFileChange], { nullable: true, description: "What changes; empty when the file says what is there already." })
  readonly changes?: readonly RoundFileChange[] | null;

  @Field(() => ID, { nullable: true, description: "The round's id; null when a dry run found no such round." })
  readonly roundId?: string | null;

  @Field(() => String, { nullable: true, description: "The round's code in the file." })
  readonly roundCode?: string | null;

  @Field(() => Round, { nullable: true, description: "The round as it is now, when there is one." })
  readonly round?: Round | null;
}
