import type { EntryForm } from "@isonga/schema/entry-form";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { RoundChangeInput } from "../rounds/round.inputs.ts";
import { Round } from "../rounds/round.type.ts";

@ObjectType({ simpleResolvers: true, description: "A version of what a round's entries are asked." })
export class FormVersion {
  @Field(() => ID, { nullable: true, description: "Its id; null for the platform's form in a round that has none of its own yet." })
  readonly id: string | null;

  @Field(() => Int, { description: "Counts the versions; 0 for the platform's form." })
  readonly number: number;

  @Field(() => JsonScalar, {
    description:
      "The whole form as in a round file under `round.form`, an `EntryForm` of the schema package. Rows that no task asks for are added by their groups.",
  })
  readonly definition: EntryForm;

  @Field(() => String, { nullable: true, description: "Why it was made; null for the first." })
  readonly reason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was frozen; null while it may be changed." })
  readonly frozenAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Name of who made it." })
  readonly createdBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was made; null for the platform's form." })
  readonly createdAt: Instant | null;
}

@InputType({ description: "The form of a draft." })
export class SaveFormInput extends RoundChangeInput {
  @Field(() => JsonScalar, {
    nullable: true,
    description: "The whole form, as in a round file under `round.form`; null takes the platform's.",
  })
  readonly definition?: unknown;
}

@InputType({ description: "A new version of a frozen form." })
export class ReviseFormInput extends RoundChangeInput {
  @Field(() => JsonScalar, { description: "The whole form, as in a round file under `round.form`." })
  readonly definition: unknown;

  @Field(() => String, { description: "Why; shown with the version." })
  readonly reason: string;
}

@ObjectType({ implements: MutationPayload, description: "What changing a form answers." })
export class FormPayload extends MutationPayload {
  @Field(() => Round, { nullable: true, description: "The round as it is now; null when refused." })
  readonly round?: Round | null;

  @Field(() => FormVersion, { nullable: true, description: "The form in force; null when refused." })
  readonly form?: FormVersion | null;
}
