import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import {
  CONFLICT_KINDS,
  CONFLICT_ORIGINS,
  type ConflictKind,
  type ConflictOrigin,
  PAIR_ORIGINS,
  type PairOrigin,
  TIE_KINDS,
  type TieKind,
} from "./conflict-kinds.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const TieKindEnum = enumOf(TIE_KINDS);
registerEnumType(TieKindEnum, { name: "TieKind", description: "What ties a judge to an area, an office or an entry." });
export const ConflictKindEnum = enumOf(CONFLICT_KINDS);
registerEnumType(ConflictKindEnum, { name: "ConflictKind", description: "Why a judge keeps away: detected (SAME_…), or what ties them." });
export const PairOriginEnum = enumOf(PAIR_ORIGINS);
registerEnumType(PairOriginEnum, {
  name: "ConflictOrigin",
  description: "DETECTED by the platform, DECLARED by the judge, PINNED by the chair.",
});
export const ConflictStatementEnum = enumOf(CONFLICT_ORIGINS);
registerEnumType(ConflictStatementEnum, {
  name: "ConflictStatementKind",
  description: "DECLARED by the judge; PINNED, or CLEARED for an entry, by the chair.",
});

@ObjectType({ simpleResolvers: true, description: "A judge and an entry that they must not judge, with the reason." })
export class ConflictingPair {
  @Field(() => ID, { description: "The judge." })
  readonly judgeId: string;

  @Field(() => String, { description: "The judge's code in the round, e.g. J03." })
  readonly judgeCode: string;

  @Field(() => String, { description: "The judge's name." })
  readonly judgeName: string;

  @Field(() => ID, { description: "The entry." })
  readonly entryId: string;

  @Field(() => String, { nullable: true, description: "The entry's reference, e.g. E07; null before it is admitted to judging." })
  readonly reference: string | null;

  @Field(() => String, { description: "The entry's title." })
  readonly title: string;

  @Field(() => ConflictKindEnum, { description: "Why." })
  readonly kind: ConflictKind;

  @Field(() => PairOriginEnum, { description: "Where it comes from." })
  readonly origin: PairOrigin;

  @Field(() => ID, { nullable: true, description: "The statement it follows from; null when it was detected." })
  readonly conflictId: string | null;

  @Field(() => String, { nullable: true, description: "Name of the area or office that is the reason." })
  readonly detail: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a judge, or the chair, said of a conflict. It stays on record when lifted." })
export class ConflictStatement {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => ID, { description: "The judge." })
  readonly judgeId: string;

  @Field(() => String, { description: "The judge's code in the round." })
  readonly judgeCode: string;

  @Field(() => String, { description: "The judge's name." })
  readonly judgeName: string;

  @Field(() => ConflictStatementEnum, { description: "Who says what." })
  readonly origin: ConflictOrigin;

  @Field(() => TieKindEnum, { description: "What ties them." })
  readonly kind: TieKind;

  @Field(() => String, { nullable: true, description: "Name of the area, if it is about one." })
  readonly place: string | null;

  @Field(() => String, { nullable: true, description: "Name of the office, if it is about one." })
  readonly agency: string | null;

  @Field(() => String, { nullable: true, description: "Reference or title of the entry, if it is about one." })
  readonly entry: string | null;

  @Field(() => String, { nullable: true, description: "What was said with it." })
  readonly note: string | null;

  @Field(() => String, { nullable: true, description: "Who said it." })
  readonly by: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was lifted; null while it holds." })
  readonly liftedAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Who lifted it." })
  readonly liftedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why it was lifted." })
  readonly liftedReason: string | null;
}

export const ConflictingPairConnection = connectionType(ConflictingPair, "ConflictingPair");
export const ConflictStatementConnection = connectionType(ConflictStatement, "ConflictStatement");
