import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { EvidenceShelf } from "./evidence.type.ts";

/** Where a piece of evidence goes: to a row of the instrument or to a field of the form. */
@InputType()
export abstract class EvidencePlaceInput {
  @Field(() => ID, { description: "Of which entry." })
  readonly entryId: string;

  @Field(() => String, { nullable: true, description: "Code of the row it proves." })
  readonly indicator?: string | null;

  @Field(() => String, { nullable: true, description: "Key of the field it belongs to, where it proves no row." })
  readonly field?: string | null;
}

@InputType({ description: "An uploaded file that becomes evidence." })
export class AddEvidenceInput extends EvidencePlaceInput {
  @Field(() => String, { description: "Key that the upload endpoint gave, once the file had arrived whole." })
  readonly fileKey: string;
}

@InputType({ description: "A link that becomes evidence." })
export class AddEvidenceLinkInput extends EvidencePlaceInput {
  @Field(() => String, { description: "An address that begins with https://." })
  readonly url: string;

  @Field(() => String, { nullable: true, description: "What it shows; the address unless told." })
  readonly name?: string | null;
}

@InputType({ description: "A piece of evidence that shall not count any more." })
export class RemoveEvidenceInput {
  @Field(() => ID, { description: "Which." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Why; needed once the entry was handed in." })
  readonly reason?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What a change of evidence gives." })
export class EvidencePayload extends MutationPayload {
  @Field(() => EvidenceShelf, { nullable: true, description: "The evidence as it is now; null when refused." })
  readonly evidence?: EvidenceShelf | null;
}
