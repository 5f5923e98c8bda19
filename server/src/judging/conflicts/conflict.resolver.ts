import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import type { Connection } from "../../kernel/graphql/connection.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import {
  ClearConflictInput,
  ConflictingPairsArgs,
  ConflictPayload,
  ConflictsArgs,
  DeclareConflictInput,
  LiftConflictInput,
  PinConflictInput,
} from "./conflict.inputs.ts";
import { type ConflictingPair, ConflictingPairConnection, type ConflictStatement, ConflictStatementConnection } from "./conflict.type.ts";
import { listConflictingPairs, listConflictStatements } from "./list-conflicts.ts";
import { clearConflict, declareConflict, liftConflict, pinConflict } from "./write-conflict.ts";

const WHAT = { description: "What is said." };

@Resolver()
export class ConflictResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => ConflictingPairConnection, { description: "Who must not judge what in a round, as it stands now." })
  conflictingPairs(
    @Args(() => ConflictingPairsArgs) args: ConflictingPairsArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ConflictingPair>> {
    return listConflictingPairs(ctx, args);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => ConflictStatementConnection, { description: "What judges and chairs of a round said of conflicts, the newest first." })
  conflictStatements(@Args(() => ConflictsArgs) args: ConflictsArgs, @Ctx() ctx: Context): Promise<Connection<ConflictStatement>> {
    return listConflictStatements(ctx, args);
  }

  @SignedIn()
  @Mutation(() => ConflictPayload, { description: "A judge declares what ties them to an area or an office." })
  declareConflict(
    @Arg("input", () => DeclareConflictInput, WHAT) input: DeclareConflictInput,
    @Ctx() ctx: Context,
  ): Promise<ConflictPayload> {
    return declareConflict(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => ConflictPayload, { description: "Sets a conflict of a judge. What they judge there ends at once." })
  pinConflict(@Arg("input", () => PinConflictInput, WHAT) input: PinConflictInput, @Ctx() ctx: Context): Promise<ConflictPayload> {
    return pinConflict(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => ConflictPayload, { description: "Says that a detected conflict is none, with a reason on record." })
  clearConflict(@Arg("input", () => ClearConflictInput, WHAT) input: ClearConflictInput, @Ctx() ctx: Context): Promise<ConflictPayload> {
    return clearConflict(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => ConflictPayload, { description: "Takes back what was said of a conflict, with a reason on record." })
  liftConflict(@Arg("input", () => LiftConflictInput, WHAT) input: LiftConflictInput, @Ctx() ctx: Context): Promise<ConflictPayload> {
    return liftConflict(ctx, input);
  }
}
