import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { findMe } from "../find-me.ts";
import { SetMyLanguageInput, UpdateMyAccountInput } from "../person.inputs.ts";
import { Me } from "../person.type.ts";
import { changePerson } from "../update-person.ts";
import { endMySession, listMySessions } from "./my-sessions.ts";
import { EndMySessionInput, SessionsPayload, SessionView } from "./session.type.ts";
import { setMyLanguage } from "./set-my-language.ts";

@ObjectType({ implements: MutationPayload, description: "What a change of one's own account answers." })
class MyAccountPayload extends MutationPayload {
  @Field(() => Me, { nullable: true, description: "Oneself after it." })
  readonly me?: Me | null;
}

@Resolver()
export class AccountResolver {
  @SignedIn()
  @Query(() => [SessionView], { description: "Where one is signed in, the latest use first." })
  mySessions(@Ctx() ctx: Context): Promise<readonly SessionView[]> {
    return listMySessions(ctx);
  }

  @SignedIn()
  @Mutation(() => SessionsPayload, { description: "Signs one out on another device. All at once: `POST /auth/revoke-sessions`." })
  endMySession(
    @Arg("input", () => EndMySessionInput, { description: "Which." }) input: EndMySessionInput,
    @Ctx() ctx: Context,
  ): Promise<SessionsPayload> {
    return endMySession(ctx, input.id);
  }

  @SignedIn()
  @Mutation(() => MyAccountPayload, { description: "Changes one's own name and language." })
  async updateMyAccount(
    @Arg("input", () => UpdateMyAccountInput, { description: "The change." }) input: UpdateMyAccountInput,
    @Ctx() ctx: Context,
  ): Promise<MyAccountPayload> {
    await changePerson(ctx, { ...input, id: ctx.actor.id ?? "" });
    return { me: await findMe(ctx) };
  }

  @SignedIn()
  @Mutation(() => MyAccountPayload, {
    description: "Keeps the language one has turned the page into, whatever else has changed meanwhile.",
  })
  async setMyLanguage(
    @Arg("input", () => SetMyLanguageInput, { description: "The language." }) input: SetMyLanguageInput,
    @Ctx() ctx: Context,
  ): Promise<MyAccountPayload> {
    await setMyLanguage(ctx, input.language);
    return { me: await findMe(ctx) };
  }
}
