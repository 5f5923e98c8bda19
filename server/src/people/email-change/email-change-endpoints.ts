import { APIError, createAuthEndpoint, sessionMiddleware } from "better-auth/api";
import type { BetterAuthPlugin } from "better-auth/types";
import { z } from "zod";
import { refusedOr } from "../refused-or.ts";

/** What the endpoints of a new address do in the domain. */
export type EmailChangeActs = {
  /** Writes the letter with the link to the new address. Refuses INVALID_EMAIL, ALREADY_EXISTS. */
  readonly request: (personId: string, email: string) => Promise<void>;
  /** Follows the link; false when it is not good any more. Refuses ALREADY_EXISTS. */
  readonly confirm: (token: string) => Promise<boolean>;
};

/**
 * `POST /auth/request-email-change` asks for a letter to a new address, from who is signed in and knows the password;
 * `POST /auth/confirm-email-change` follows its link, signed in or not. They stand among the auth library's own, so that its checks of
 * origin and its limits hold for them too.
 */
export function emailChangeEndpoints(acts: EmailChangeActs) {
  return {
    id: "isonga-email-change",
    endpoints: {
      requestMyEmailChange: createAuthEndpoint(
        "/request-email-change",
        { method: "POST", use: [sessionMiddleware], body: z.object({ newEmail: z.string().max(254), password: z.string() }) },
        async (ctx) => {
          const personId = ctx.context.session.user.id;
          const accounts = await ctx.context.internalAdapter.findAccounts(personId);
          const hash = accounts.find(({ providerId }) => providerId === "credential")?.password;
          if (!hash || !(await ctx.context.password.verify({ hash, password: ctx.body.password })))
            throw new APIError("BAD_REQUEST", { code: "INVALID_PASSWORD", message: "Invalid password" });
          await refusedOr(acts.request(personId, ctx.body.newEmail));
          return ctx.json({ sent: true });
        },
      ),
      confirmMyEmailChange: createAuthEndpoint(
        "/confirm-email-change",
        { method: "POST", body: z.object({ token: z.string().min(1).max(200) }) },
        async (ctx) => {
          if (!(await refusedOr(acts.confirm(ctx.body.token))))
            throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN", message: "Invalid token" });
          return ctx.json({ changed: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
