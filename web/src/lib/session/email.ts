import { codeOf, post } from "./auth.ts";

/** Why an address was not changed. `words` of each are `account:address.problem.<problem>` and `people:newAddress.problem.<problem>`. */
export type EmailProblem = "wrong" | "invalid" | "taken" | "expired" | "tooMany" | "network" | "fault";

/** Asks for a letter to the address that one wishes to have, knowing the password. Null when it is on its way. */
export async function requestEmailChange(newEmail: string, password: string): Promise<EmailProblem | null> {
  return problemOf(await post("/auth/request-email-change", { newEmail, password }));
}

/** Follows the link of that letter. Null when the account has the new address. */
export async function confirmEmailChange(token: string): Promise<EmailProblem | null> {
  return problemOf(await post("/auth/confirm-email-change", { token }));
}

async function problemOf(response: Response | null): Promise<EmailProblem | null> {
  if (response === null) return "network";
  if (response.ok) return null;
  if (response.status === 429) return "tooMany";
  return PROBLEMS[(await codeOf(response)) ?? ""] ?? "fault";
}

const PROBLEMS: Readonly<Record<string, EmailProblem>> = {
  INVALID_PASSWORD: "wrong",
  REQUIRED: "invalid",
  INVALID_EMAIL: "invalid",
  ALREADY_EXISTS: "taken",
  INVALID_TOKEN: "expired",
};
