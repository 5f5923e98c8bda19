import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalizedTextInput, MutationPayload } from "../kernel/graphql/common-types.ts";
import { Programme } from "./programme.type.ts";

@InputType({ description: "A programme to be made." })
export class CreateProgrammeInput {
  @Field(() => String, { description: "Code in files and addresses: lower-case letters, digits, hyphens; unique." })
  readonly code: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of its country." })
  readonly country: string;

  @Field(() => LocalizedTextInput, { description: "Its name, in all three languages." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Its description, in all three languages or none." })
  readonly descriptions?: LocalizedTextValue | null;
}

@InputType({ description: "A programme's words as they shall be." })
export class UpdateProgrammeInput {
  @Field(() => ID, { description: "Which programme." })
  readonly id: string;

  @Field(() => Int, { description: "The version this was made from." })
  readonly version: number;

  @Field(() => LocalizedTextInput, { description: "Its name, in all three languages." })
  readonly names: LocalizedTextValue;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Its description, in all three languages or none." })
  readonly descriptions?: LocalizedTextValue | null;
}

@ObjectType({ implements: MutationPayload, description: "What making or changing a programme answers." })
export class ProgrammePayload extends MutationPayload {
  @Field(() => Programme, { nullable: true, description: "The programme as it is now; null when refused." })
  readonly programme?: Programme | null;
}
