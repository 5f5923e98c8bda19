import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { type Connection, PageArgs } from "../../kernel/graphql/connection.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { AuditEventConnection, AuditEventFilter, AuditEventView, AuditName } from "./audit-event.type.ts";
import { auditVocabulary, listAuditEvents } from "./list-audit-events.ts";
import { namedThings } from "./named-things.ts";

@ObjectType({ description: "The words of the audit record." })
class AuditVocabulary {
  @Field(() => [String], { description: "Kinds of things that were changed." })
  readonly subjectTypes: readonly string[];

  @Field(() => [String], { description: "Acts that were recorded." })
  readonly verbs: readonly string[];
}

@Resolver(() => AuditEventView)
export class AuditResolver {
  @ForRoles("ADMINISTRATOR", "AUDITOR")
  @Query(() => AuditEventConnection, { description: "Recorded changes, the latest first. For administrators and auditors." })
  auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditEventFilter, { nullable: true, description: "Which." }) filter: AuditEventFilter | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<AuditEventView>> {
    return listAuditEvents(ctx, page, filter ?? {});
  }

  @ForRoles("ADMINISTRATOR", "AUDITOR")
  @Query(() => AuditVocabulary, { description: "What the record can be asked for. For administrators and auditors." })
  auditVocabulary(@Ctx() ctx: Context): Promise<AuditVocabulary> {
    return auditVocabulary(ctx);
  }

  @FieldResolver(() => [AuditName], { description: "Names of what its rows point to: areas, agencies, people, services, rounds." })
  names(@Root() event: AuditEventView, @Ctx() ctx: Context): Promise<readonly AuditName[]> {
    return namedThings(ctx, event);
  }
}
