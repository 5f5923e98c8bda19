import type { Language } from "@isonga/schema/languages";
import { Field, ID, InputType, Int } from "type-graphql";
import { LanguageEnum } from "../kernel/graphql/common-types.ts";
import { GrantInput } from "./grants/grant.type.ts";

@InputType({ description: "A new account; the person chooses the password by the letter they get." })
export class InvitePersonInput {
  @Field(() => String, { description: "The person's name." })
  readonly name: string;

  @Field(() => String, { description: "The address the invitation goes to, and they will sign in with." })
  readonly email: string;

  @Field(() => LanguageEnum, { description: "The language they are written to in." })
  readonly language: Language;

  @Field(() => [GrantInput], { description: "What they may do, at least one." })
  readonly grants: readonly GrantInput[];
}

@InputType({ description: "A change of a person." })
export class UpdatePersonInput {
  @Field(() => ID, { description: "The person." })
  readonly id: string;

  @Field(() => Int, { description: "The version the change was made from." })
  readonly version: number;

  @Field(() => String, { description: "The name." })
  readonly name: string;

  @Field(() => LanguageEnum, { description: "The language." })
  readonly language: Language;
}

@InputType({ description: "A change of one's own account." })
export class UpdateMyAccountInput {
  @Field(() => Int, { description: "The version the change was made from." })
  readonly version: number;

  @Field(() => String, { description: "One's name." })
  readonly name: string;

  @Field(() => LanguageEnum, { description: "One's language." })
  readonly language: Language;
}

@InputType({ description: "The language one has turned the page into." })
export class SetMyLanguageInput {
  @Field(() => LanguageEnum, { description: "The language." })
  readonly language: Language;
}

@InputType({ description: "A person, as they were seen." })
export class PersonVersionInput {
  @Field(() => ID, { description: "The person." })
  readonly id: string;

  @Field(() => Int, { description: "The version that was seen." })
  readonly version: number;
}

@InputType({ description: "A person." })
export class PersonIdInput {
  @Field(() => ID, { description: "The person." })
  readonly id: string;
}

@InputType({ description: "A role to give." })
export class GrantRoleInput {
  @Field(() => ID, { description: "The person who gets it." })
  readonly personId: string;

  @Field(() => GrantInput, { description: "The role and where it holds." })
  readonly grant: GrantInput;
}

@InputType({ description: "A role to take away." })
export class RevokeRoleInput {
  @Field(() => ID, { description: "The grant." })
  readonly grantId: string;
}
