import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ description: "Who made a recorded change." })
export class AuditActor {
  @Field(() => ID, { description: "The person's id." })
  readonly id: string;

  @Field(() => String, { description: "The person's name, as it is now." })
  readonly name: string;
}

@ObjectType({ description: "What a recorded row points to, by name." })
export class AuditName {
  @Field(() => ID, { description: "The id that stands in the row." })
  readonly id: string;

  @Field(() => String, { description: "The name of what has it, as it is now, in the reader's language." })
  readonly name: string;
}

@ObjectType("AuditEvent", { description: "One recorded change of one row; never changed or deleted itself." })
export class AuditEventView {
  @Field(() => ID, { description: "Its number: later ones are higher." })
  readonly id: string;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => AuditActor, { nullable: true, description: "Who; null for the platform itself (the operator, a job)." })
  readonly actor: AuditActor | null;

  @Field(() => String, { description: "The act, by the name of its mutation, e.g. `grantRole`." })
  readonly verb: string;

  @Field(() => String, { nullable: true, description: "The reason that was given." })
  readonly reason: string | null;

  @Field(() => String, { description: "The kind of thing changed, e.g. `person`." })
  readonly subjectType: string;

  @Field(() => ID, { nullable: true, description: "Id of the thing changed." })
  readonly subjectId: string | null;

  @Field(() => String, { nullable: true, description: "The request in which it happened, as it stands in the logs." })
  readonly requestId: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "The row before; null when it was made." })
  readonly before: unknown;

  @Field(() => JsonScalar, { nullable: true, description: "The row after; null when it was deleted." })
  readonly after: unknown;
}

export const AuditEventConnection = connectionType(AuditEventView, "AuditEvent");

@InputType({ description: "Which recorded changes; all given conditions hold together." })
export class AuditEventFilter {
  @Field(() => String, { nullable: true, description: "The kind of thing, e.g. `person`." })
  readonly subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: "The thing." })
  readonly subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who did it." })
  readonly actorId?: string | null;

  @Field(() => String, { nullable: true, description: "The act, e.g. `grantRole`." })
  readonly verb?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From this instant on." })
  readonly from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before this instant." })
  readonly to?: Date | null;
}
