import { Extensions } from "type-graphql";
import type { Role } from "../actor.ts";

/** Who may ask a root field at all; policies decide about the thing itself. */
export type Guard = "PUBLIC" | "SIGNED_IN" | readonly Role[];

/** Opens a root field to everybody. The contract test holds the list of such fields. */
export const Public = (): ReturnType<typeof Extensions> => Extensions({ guard: "PUBLIC" satisfies Guard });

/** Opens a root field to anyone signed in. */
export const SignedIn = (): ReturnType<typeof Extensions> => Extensions({ guard: "SIGNED_IN" satisfies Guard });

/** Opens a root field to those with one of the roles, in whatever scope. */
export const ForRoles = (...roles: readonly Role[]): ReturnType<typeof Extensions> => Extensions({ guard: roles satisfies Guard });

/** As {@link ForRoles}, also to those to whom such a role is lent: for acts of custody, whose policies know what is lent. */
export const ForRolesOrLent = (...roles: readonly Role[]): ReturnType<typeof Extensions> =>
  Extensions({ guard: roles satisfies Guard, lent: true });
