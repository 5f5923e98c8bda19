import { LANGUAGES } from "@isonga/schema/languages";
import { REFUSAL_CODES, type RefusalCode } from "@isonga/schema/refusal-codes";
import { Field, ID, InputType, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { JsonScalar } from "./scalars.ts";

/** The three languages as GraphQL enum values, `EN`, `RW`, `ID`. */
export const LanguageEnum = Object.fromEntries(LANGUAGES.map((language) => [language, language]));
registerEnumType(LanguageEnum, { name: "Language", description: "A language of the platform, by its BCP 47 tag." });

/** The refusal codes as a GraphQL enum. */
export const RefusalCodeEnum = Object.fromEntries(REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(RefusalCodeEnum, { name: "RefusalCode", description: "Why the platform says no; the words for each are the reader's." });

@InterfaceType({
  description: "Anything that can be fetched again by its id.",
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;
}

@ObjectType("Refusal", { description: "An expected no: nothing was changed." })
export class RefusalView {
  @Field(() => RefusalCodeEnum, { description: "The reason." })
  readonly code: RefusalCode;

  @Field(() => String, { nullable: true, description: "Path of the input field it is about, if it is about one." })
  readonly field: string | null;

  @Field(() => JsonScalar, { description: "Values that fill the placeholders of its words." })
  readonly values: unknown;
}

@InterfaceType({ description: "What every mutation answers: refusals, empty when the act was done." })
export abstract class MutationPayload {
  @Field(() => [RefusalView], { description: "Why nothing was done; empty when it was." })
  readonly refusals?: readonly RefusalView[];
}

@ObjectType({ simpleResolvers: true, description: "A text in the platform's languages; a missing one is null." })
export class LocalizedText {
  @Field(() => String, { nullable: true, description: "English." })
  readonly en?: string | null;

  @Field(() => String, { nullable: true, description: "Kinyarwanda." })
  readonly rw?: string | null;

  @Field(() => String, { nullable: true, description: "Indonesian." })
  readonly id?: string | null;
}

@InputType({ description: "A text in the platform's languages." })
export class LocalizedTextInput {
  @Field(() => String, { nullable: true, description: "English." })
  readonly en?: string | null;

  @Field(() => String, { nullable: true, description: "Kinyarwanda." })
  readonly rw?: string | null;

  @Field(() => String, { nullable: true, description: "Indonesian." })
  readonly id?: string | null;
}
