import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText, Node } from "../kernel/graphql/common-types.ts";

@ObjectType({ description: "What the asker may do with a programme." })
export class ProgrammeViewerCan {
  @Field(() => Boolean, { description: "Change its names and descriptions." })
  readonly edit: boolean;

  @Field(() => Boolean, { description: "Make a round of it." })
  readonly createRound: boolean;
}

@ObjectType({ implements: Node, description: "An award scheme, held in rounds." })
export class Programme implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Code in files and addresses, unique." })
  readonly code: string;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of its country." })
  readonly country: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "Description in the reader's language; empty when there is none." })
  readonly description: string;

  @Field(() => LocalizedText, { description: "Its description in each language." })
  readonly descriptions: LocalizedTextValue;

  @Field(() => Int, { description: "Counts its changes; an update carries the one it was made from." })
  readonly version: number;

  @Field(() => ProgrammeViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: ProgrammeViewerCan;
}
