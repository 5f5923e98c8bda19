import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

@ObjectType("Session", { description: "A device on which one is signed in." })
export class SessionView {
  @Field(() => ID, { description: "The session's id; not its secret." })
  readonly id: string;

  @Field(() => DateTimeScalar, { description: "When one signed in there." })
  readonly signedInAt: Instant;

  @Field(() => DateTimeScalar, { description: "When it was last renewed by use, within half an hour." })
  readonly usedAt: Instant;

  @Field(() => DateTimeScalar, { description: "When it ends without use." })
  readonly expiresAt: Instant;

  @Field(() => String, { nullable: true, description: "Network address it was opened from." })
  readonly address: string | null;

  @Field(() => String, { nullable: true, description: "What the browser said it is." })
  readonly device: string | null;

  @Field(() => Boolean, { description: "Whether it is the one that asks." })
  readonly current: boolean;
}

@InputType({ description: "A session to end." })
export class EndMySessionInput {
  @Field(() => ID, { description: "The session." })
  readonly id: string;
}

@ObjectType({ implements: MutationPayload, description: "What ending a session answers." })
export class SessionsPayload extends MutationPayload {
  @Field(() => [SessionView], { nullable: true, description: "The sessions that are left." })
  readonly sessions?: readonly SessionView[] | null;
}
