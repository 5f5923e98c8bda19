import type { Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ROLES, type Role } from "../kernel/actor.ts";
import { LanguageEnum } from "../kernel/graphql/common-types.ts";

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, { name: "Role", description: "What a person may be, within the scope of a grant." });

@ObjectType({ description: "The person who is signed in." })
export class Me {
  @Field(() => ID, { description: "The person's id." })
  readonly id: string;

  @Field(() => String, { description: "The person's name." })
  readonly name: string;

  @Field(() => String, { description: "The address they sign in with." })
  readonly email: string;

  @Field(() => LanguageEnum, { description: "The language they read and are written to in." })
  readonly language: Language;

  @Field(() => [RoleEnum], { description: "The roles they have anywhere, each once." })
  readonly roles: readonly Role[];

  @Field(() => Int, { description: "Counts the changes of the account; an update carries the one it was made from." })
  readonly version: number;

  @Field(() => [String], {
    description: "Where their roles hold, in their language: names of areas, agencies and rounds; empty when they hold everywhere.",
  })
  readonly worksAt: readonly string[];
}
