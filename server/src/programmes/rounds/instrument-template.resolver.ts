import { pickText } from "@isonga/schema/languages";
import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { JsonScalar } from "../../kernel/graphql/scalars.ts";
import type { InstrumentKind } from "../instrument.ts";
import { SHIPPED_INSTRUMENTS } from "../instruments/instrument-templates.ts";
import { InstrumentKindEnum } from "./instrument.type.ts";

@ObjectType({ description: "An instrument that comes with the platform and that a draft can start from." })
export class InstrumentTemplate {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => InstrumentKindEnum, { description: "What it scores by." })
  readonly kind: InstrumentKind;

  @Field(() => JsonScalar, { description: "The whole definition, as in a round file under `round.instrument`." })
  readonly definition: unknown;
}

@Resolver()
export class InstrumentTemplateResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Query(() => [InstrumentTemplate], { description: "The instruments that come with the platform, the newest first." })
  instrumentTemplates(@Ctx() ctx: Context): readonly InstrumentTemplate[] {
    return SHIPPED_INSTRUMENTS.map(({ code, names, definition }) => ({
      code,
      name: pickText(names, ctx.language),
      kind: definition.kind,
      definition,
    }));
  }
}
