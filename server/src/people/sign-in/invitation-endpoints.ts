import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import { z } from "zod";
import { refusedOr } from "../refused-or.ts";

/** What the endpoints of an invitation do in the domain. */
export type InvitationActs = {
  /** Whom the link invites. Refuses INVITATION_EXPIRED. */
  readonly find: (token: string) => Promise<{ readonly name: string; readonly email: string }>;
  /** Spends the link and sets the password. Answers the person's id. Refuses INVITATION_EXPIRED. */
  readonly accept: (token: string, password: string) => Promise<string>;
};

/**
 * `POST /auth/invitation` tells whom a link invites; `POST /auth/accept-invitation` sets the password and opens a session. They stand
 * among the auth library's own, so that its checks of origin and its limits hold for them too.
 */
export function invitationEndpoints(acts: InvitationActs) {
  return {
    id: "isonga-invitation",
    endpoints: {
      findInvitation: createAuthEndpoint("/invitation", { method: "POST", body: z.object({ token: TOKEN }) }, async (ctx) =>
        ctx.json(await refusedOr(acts.find(ctx.body.token))),
      ),
      acceptInvitation: createAuthEndpoint(
        "/accept-invitation",
        { method: "POST", body: z.object({ token: TOKEN, newPassword: z.string() }) },
        async (ctx) => {
          const { minPasswordLength, maxPasswordLength } = ctx.context.password.config;
          const { newPassword, token } = ctx.body;
          if (newPassword.length < minPasswordLength) throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_SHORT" });
          if (newPassword.length > maxPasswordLength) throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_LONG" });
          const personId = await refusedOr(acts.accept(token, newPassword));
          const user = await ctx.context.internalAdapter.findUserById(personId);
          const session = user && (await ctx.context.internalAdapter.createSession(user.id));
          if (!session) throw new APIError("INTERNAL_SERVER_ERROR", { code: "FAULT" });
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user: { id: user.id, name: user.name, email: user.email } });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

const TOKEN = z.string().min(1).max(200);
