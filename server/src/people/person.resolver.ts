import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Public } from "../kernel/graphql/guard.ts";
import { findMe } from "./find-me.ts";
import { Me } from "./person.type.ts";

@Resolver()
export class PersonResolver {
  @Public()
  @Query(() => Me, { nullable: true, description: "The person who is signed in; null for the public." })
  me(@Ctx() ctx: Context): Promise<Me | null> {
    return findMe(ctx);
  }
}
