import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { applyAssignment } from "./apply-assignment.ts";
import { assignByHand } from "./assign-by-hand.ts";
import { ApplyAssignmentInput, AssignByHandInput, AssignmentOptionsInput, AssignmentPayload } from "./assignment.inputs.ts";
import { AssignmentPreview, AssignmentRow } from "./assignment.type.ts";
import { previewAssignment } from "./preview-assignment.ts";
import { previewView, readAssignments } from "./read-assignments.ts";

@Resolver()
export class AssignmentResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [AssignmentRow], { description: "Who judges what in a stage, for whoever oversees its judging." })
  assignments(
    @Arg("stageId", () => ID, { description: "Which judging stage." }) stageId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly AssignmentRow[]> {
    return readAssignments(ctx, stageId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Query(() => AssignmentPreview, {
    description: "How entries would be assigned to judges now, with the reason for each pair; nothing is written.",
  })
  async assignmentPreview(
    @Arg("stageId", () => ID, { description: "Which judging stage." }) stageId: string,
    @Arg("options", () => AssignmentOptionsInput, { description: "How." }) options: AssignmentOptionsInput,
    @Ctx() ctx: Context,
  ): Promise<AssignmentPreview> {
    return previewView(ctx, await previewAssignment(ctx, stageId, options));
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => AssignmentPayload, { description: "Writes a previewed assignment as it was seen, and tells the judges." })
  applyAssignment(
    @Arg("input", () => ApplyAssignmentInput, { description: "Which preview." }) input: ApplyAssignmentInput,
    @Ctx() ctx: Context,
  ): Promise<AssignmentPayload> {
    return applyAssignment(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => AssignmentPayload, { description: "Gives entries to judges, or takes them away, by hand; all or nothing." })
  assignByHand(
    @Arg("input", () => AssignByHandInput, { description: "Which pairs." }) input: AssignByHandInput,
    @Ctx() ctx: Context,
  ): Promise<AssignmentPayload> {
    return assignByHand(ctx, input);
  }
}
