import { codeOf, post } from "./auth.ts";

/** Why a password was not set. `words` of each are `people:newPassword.problem.<problem>`. */
export type PasswordProblem = "short" | "long" | "expired" | "wrong" | "tooMany" | "network" | "fault";

/** Sets a new password by the link of a reset's letter; all sessions end. Null when it is done. */
export async function resetPassword(token: string, newPassword: string): Promise<PasswordProblem | null> {
  return problemOf(await post("/auth/reset-password", { token, newPassword }));
}

/** Sets one's password knowing the present one; other devices are signed out. Null when it is done. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordProblem | null> {
  return problemOf(await post("/auth/change-password", { currentPassword, newPassword, revokeOtherSessions: true }));
}

/** Takes an invitation up: the password is set and one is signed in. Null when it is done. */
export async function acceptInvitation(token: string, newPassword: string): Promise<PasswordProblem | null> {
  return problemOf(await post("/auth/accept-invitation", { token, newPassword }));
}

export type Invitation = { readonly name: string; readonly email: string };

/** Whom an invitation's link invites, or why it does not. */
export async function findInvitation(token: string): Promise<Invitation | PasswordProblem> {
  const response = await post("/auth/invitation", { token });
  if (!response?.ok) return (await problemOf(response)) ?? "fault";
  const { name, email } = (await response.json()) as Invitation;
  return { name, email };
}

async function problemOf(response: Response | null): Promise<PasswordProblem | null> {
  if (response === null) return "network";
  if (response.ok) return null;
  if (response.status === 429) return "tooMany";
  return PROBLEMS[(await codeOf(response)) ?? ""] ?? "fault";
}

const PROBLEMS: Readonly<Record<string, PasswordProblem>> = {
  PASSWORD_TOO_SHORT: "short",
  PASSWORD_TOO_LONG: "long",
  INVALID_TOKEN: "expired",
  INVITATION_EXPIRED: "expired",
  INVALID_PASSWORD: "wrong",
};
