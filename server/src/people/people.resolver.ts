import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Role } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { type Connection, PageArgs } from "../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../kernel/graphql/guard.ts";
import { disablePerson, enablePerson } from "./disable-person.ts";
import { invitePerson } from "./invitations/invite-person.ts";
import { resendInvitation } from "./invitations/resend-invitation.ts";
import { findPerson, listPeople } from "./list-people.ts";
import { InvitePersonInput, PersonIdInput, PersonVersionInput, UpdatePersonInput } from "./person.inputs.ts";
import { RoleEnum } from "./person.type.ts";
import { PersonConnection, PersonPayload, type PersonState, PersonStateEnum, PersonView } from "./person-view.type.ts";
import { updatePerson } from "./update-person.ts";

@Resolver()
export class PeopleResolver {
  @ForRoles("ADMINISTRATOR", "AUDITOR", "COORDINATOR")
  @Query(() => PersonConnection, { description: "Whom one may see, by name: coordinators who works at or below their own area." })
  people(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "A part of the name or address." }) search: string | null,
    @Arg("role", () => RoleEnum, { nullable: true, description: "Only those with this role." }) role: Role | null,
    @Arg("state", () => PersonStateEnum, { nullable: true, description: "Only those in this state." }) state: PersonState | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<PersonView>> {
    return listPeople(ctx, page, { search, role, state });
  }

  @SignedIn()
  @Query(() => PersonView, { description: "One person whom one may see." })
  person(@Arg("id", () => ID, { description: "The person's id." }) id: string, @Ctx() ctx: Context): Promise<PersonView> {
    return findPerson(ctx, id);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Makes an account and writes its person a letter with the link to choose a password." })
  invitePerson(
    @Arg("input", () => InvitePersonInput, { description: "Who, and what they may do." }) input: InvitePersonInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return invitePerson(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Writes the invitation again, with a fresh link; the earlier one ends." })
  resendInvitation(
    @Arg("input", () => PersonIdInput, { description: "Whom." }) input: PersonIdInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return resendInvitation(ctx, input.id);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Changes a person's name and language." })
  updatePerson(
    @Arg("input", () => UpdatePersonInput, { description: "The change." }) input: UpdatePersonInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return updatePerson(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Keeps a person from signing in and ends their sessions at once." })
  disablePerson(
    @Arg("input", () => PersonVersionInput, { description: "Whom." }) input: PersonVersionInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return disablePerson(ctx, input);
  }

  @ForRoles("ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => PersonPayload, { description: "Lets a disabled person sign in again." })
  enablePerson(
    @Arg("input", () => PersonVersionInput, { description: "Whom." }) input: PersonVersionInput,
    @Ctx() ctx: Context,
  ): Promise<PersonPayload> {
    return enablePerson(ctx, input);
  }
}
