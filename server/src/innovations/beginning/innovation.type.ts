import type { Language } from "@isonga/schema/languages";
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum, Node } from "../../kernel/graphql/common-types.ts";
import { connectionType, PageArgs } from "../../kernel/graphql/connection.ts";
import { DecimalScalar, LocalDateScalar } from "../../kernel/graphql/scalars.ts";
import { EntryProblemView, EntryView } from "../entries/entry.type.ts";
import {
  INITIATORS,
  INNOVATION_FORMS,
  INNOVATION_STAGES,
  type Initiator,
  type InnovationForm,
  type InnovationStage,
} from "../entries/innovation.entity.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

const InnovationFormEnum = enumOf(INNOVATION_FORMS);
registerEnumType(InnovationFormEnum, { name: "InnovationForm", description: "What kind of innovation it is." });
const InnovationStageEnum = enumOf(INNOVATION_STAGES);
registerEnumType(InnovationStageEnum, { name: "InnovationStage", description: "How far it has come." });
const InitiatorEnum = enumOf(INITIATORS);
registerEnumType(InitiatorEnum, { name: "Initiator", description: "Who initiated it." });

@ObjectType("Innovation", {
  implements: Node,
  description: "Something that an office made or renewed. It lives across years; what it says is what its latest entry said.",
})
export class InnovationView implements Node {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;

  @Field(() => String, { description: "Its title." })
  readonly title: string;

  @Field(() => LanguageEnum, { description: "The language it is written in." })
  readonly language: Language;

  @Field(() => InnovationFormEnum, { nullable: true, description: "What kind it is." })
  readonly form: InnovationForm | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is digital." })
  readonly digital: boolean | null;

  @Field(() => InnovationStageEnum, { nullable: true, description: "How far it has come." })
  readonly stage: InnovationStage | null;

  @Field(() => InitiatorEnum, { nullable: true, description: "Who initiated it." })
  readonly initiator: Initiator | null;

  @Field(() => [String], { description: "Codes of the affairs it belongs to." })
  readonly affairs: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: "First day of its trial." })
  readonly trialOn: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day it was applied." })
  readonly appliedOn: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Day of its latest development." })
  readonly developedOn: string | null;

  @Field(() => String, { nullable: true, description: "Its design, told." })
  readonly design: string | null;

  @Field(() => String, { nullable: true, description: "Its aim." })
  readonly aim: string | null;

  @Field(() => String, { nullable: true, description: "Its benefit." })
  readonly benefit: string | null;

  @Field(() => String, { nullable: true, description: "Its result." })
  readonly result: string | null;

  @Field(() => [String], { description: "Addresses that show it." })
  readonly links: readonly string[];

  @Field(() => DecimalScalar, { nullable: true, description: "Its place on a map, degrees north." })
  readonly latitude: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Its place on a map, degrees east." })
  readonly longitude: string | null;

  @Field(() => Int, { description: "Counts its changes." })
  readonly version: number;

  readonly jurisdictionId: string;
  readonly agencyId: string | null;
  /** Dotted path of its region. */
  readonly path: string;
}

/** A page of innovations. */
export const InnovationConnection = connectionType(InnovationView, "Innovation");
export type InnovationConnection = InstanceType<typeof InnovationConnection>;

@ObjectType({ simpleResolvers: true, description: "Whether an innovation may enter a round, before anything is typed." })
export class InnovationBeginning {
  @Field(() => EntryView, { nullable: true, description: "Its entry in the round, if there is one that the asker may see." })
  readonly entry: EntryView | null;

  @Field(() => Boolean, { description: "Whether it is in the round already." })
  readonly entered: boolean;

  @Field(() => EntryView, { nullable: true, description: "Its newest entry in another round, to be copied." })
  readonly latest: EntryView | null;

  @Field(() => [EntryProblemView], { description: "Rules of entry that it breaks by what is known of it." })
  readonly barredBy: readonly EntryProblemView[];
}

@ArgsType()
export class InnovationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Only of this office." })
  readonly agencyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this area and those below it." })
  readonly jurisdictionId?: string | null;

  @Field(() => String, { nullable: true, description: "Only with this in the title." })
  readonly search?: string | null;
}

@ArgsType()
export class BeginPlacesArgs extends PageArgs {
  @Field(() => ID, { description: "In which round." })
  readonly roundId: string;

  @Field(() => String, { nullable: true, description: "Only with this in the name." })
  readonly search?: string | null;
}
