import { type Actor, hasRoleAt } from "../../kernel/actor.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";

/** What a policy must know of a comment to an applicant: its round, whether results are public, and the dotted path of the entry's region. */
export type CommentFacts = JudgingFacts & { readonly isPublic: boolean; readonly entryPath: string };

/** Who may what with the comments of closed stages. Whose they are is told to nobody here; the list of them is the same rule in SQL. */
export const commentPolicy = {
  /** Reads them to translate them: who oversees the judging, and once the applicants have them, the coordinators of their regions. */
  read: (actor: Actor, comment: CommentFacts): boolean => judgingPolicy.oversee(actor, comment) || coordinates(actor, comment),
  /** Says them in another language. */
  translate: (actor: Actor, comment: CommentFacts): boolean => judgingPolicy.lead(actor, comment) || coordinates(actor, comment),
};

function coordinates(actor: Actor, { isPublic, entryPath }: CommentFacts): boolean {
  return isPublic && hasRoleAt(actor, entryPath, "COORDINATOR");
}
