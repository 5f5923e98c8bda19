import type { Context } from "../kernel/context.ts";
import { type Auth, type AuthOptions, createAuth } from "./auth.ts";
import { confirmEmailChange, requestEmailChange } from "./email-change/change-email.ts";
import { acceptInvitation, findInvitation } from "./invitations/accept-invitation.ts";
import { endLinks } from "./invitations/invitation-token.ts";
import { sendReset } from "./sign-in/send-reset.ts";

export type OpenAuth = Omit<AuthOptions, "sendReset" | "invitations" | "emailChange" | "passwordChosen"> & {
  /** A context of the platform's: nobody is signed in yet when these act. */
  readonly platform: () => Context;
};

/** The auth library with what it needs of the domain: letters, invitations, new addresses. */
export function openAuth({ platform, ...options }: OpenAuth): Auth {
  return createAuth({
    ...options,
    sendReset: (personId, token) => sendReset(platform(), { personId, token }),
    passwordChosen: (personId) => endLinks(platform(), personId),
    emailChange: {
      request: (personId, email) => requestEmailChange(platform(), { personId, email }),
      confirm: (token) => confirmEmailChange(platform(), token),
    },
    invitations: {
      find: (token) => findInvitation(platform(), token),
      accept: (token, password) => acceptInvitation(platform(), { token, password }),
    },
  });
}
