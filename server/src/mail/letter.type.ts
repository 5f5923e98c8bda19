import { type Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum } from "../kernel/graphql/common-types.ts";
import { connectionType } from "../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant } from "../kernel/graphql/scalars.ts";
import { CUSTODY_LETTERS } from "./custody-letters.ts";

export const LETTER_KINDS = ["INVITATION", "PASSWORD_RESET", "ROLE_GRANTED", "EMAIL_CHANGE", "EMAIL_CHANGED", ...CUSTODY_LETTERS] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export const LetterKindEnum = Object.fromEntries(LETTER_KINDS.map((kind) => [kind, kind]));
registerEnumType(LetterKindEnum, { name: "LetterKind", description: "What a letter is about." });

export const LETTER_STATES = ["WAITING", "SENT", "KEPT", "FAILING"] as const;
export type LetterState = (typeof LETTER_STATES)[number];
export const LetterStateEnum = Object.fromEntries(LETTER_STATES.map((state) => [state, state]));
registerEnumType(LetterStateEnum, {
  name: "LetterState",
  description: "WAITING to be sent, SENT to the mail server, KEPT in the data folder for want of one, or FAILING: it is tried again.",
});

@ObjectType("Letter", { description: "A letter that the platform wrote to a person." })
export class LetterView {
  @Field(() => ID, { description: "The letter's id." })
  readonly id: string;

  @Field(() => LetterKindEnum, { description: "What it is about." })
  readonly kind: LetterKind;

  @Field(() => String, { description: "The address it goes to." })
  readonly recipient: string;

  @Field(() => LanguageEnum, { description: "The language it is written in." })
  readonly language: Language;

  @Field(() => String, { description: "Its subject." })
  readonly subject: string;

  @Field(() => String, { description: "Its plain text. Once it has gone over the wire, the secret of its link is gone from here." })
  readonly text: string;

  @Field(() => LetterStateEnum, { description: "Where it is." })
  readonly state: LetterState;

  @Field(() => Int, { description: "How often it was tried." })
  readonly attempts: number;

  @Field(() => String, { nullable: true, description: "What the mail server said at the last try, if that failed." })
  readonly lastError: string | null;

  @Field(() => DateTimeScalar, { description: "When it was written." })
  readonly createdAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the mail server took it." })
  readonly sentAt: Instant | null;
}

export const LetterConnection = connectionType(LetterView, "Letter");
