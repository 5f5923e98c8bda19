import { LIMITS } from "@isonga/schema/limits";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { type EmailChangeActs, emailChangeEndpoints } from "./email-change/email-change-endpoints.ts";
import { CLIENT_ADDRESS } from "./sign-in/client-address.ts";
import { guessingHooks } from "./sign-in/guessing-hooks.ts";
import { type InvitationActs, invitationEndpoints } from "./sign-in/invitation-endpoints.ts";
import { slowGuessing } from "./sign-in/slow-guessing.ts";
import { isTrustedOrigin } from "./sign-in/trusted-origins.ts";

export type AuthOptions = {
  readonly pool: Pool;
  readonly secret: string;
  /** Origin that people type. */
  readonly publicUrl: string;
  /** Sends the letter with the link under which a new password is chosen; the token is good for an hour. */
  readonly sendReset: (personId: string, token: string) => Promise<void>;
  /** A new password was chosen by a reset's link: other links to one end. */
  readonly passwordChosen: (personId: string) => Promise<void>;
  /** What an invitation's link does. */
  readonly invitations: InvitationActs;
  /** What the letters of a new address do. */
  readonly emailChange: EmailChangeActs;
  readonly log: Logger;
  /** Guessing is slowed unless a test says otherwise. */
  readonly slowGuessing?: boolean;
};

export type Auth = ReturnType<typeof createAuth>;

/** Seconds a session lives without use, and after how many it is renewed by use. */
const SESSION = { expiresIn: 60 * 60 * 12, updateAge: 60 * 30 };

/**
 * Sign-in by password, sessions in httpOnly cookies, resets: the auth library on the platform's own tables. Nobody signs up:
 * accounts are made by invitation.
 */
export function createAuth(options: AuthOptions) {
  const slow = options.slowGuessing ?? true;
  const guessing = slowGuessing(options.pool);
  return betterAuth({
    appName: "Isonga",
    baseURL: options.publicUrl,
    basePath: "/auth",
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    logger: { log: (level, message) => options.log[level]({ auth: true }, message) },
    trustedOrigins: async (request) => {
      const origin = request?.headers.get("origin");
      return origin && isTrustedOrigin(options.publicUrl, origin) ? [origin] : [];
    },
    disabledPaths: CLOSED,
    plugins: [invitationEndpoints(options.invitations), emailChangeEndpoints(options.emailChange)],
    ...(slow ? { hooks: guessingHooks(guessing) } : {}),
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(options.pool, session.userId) } } },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // A session and its person in one statement: each request asks for them.
      database: { generateId: () => uuidv7(), joins: true },
      cookiePrefix: "isonga",
      useSecureCookies: options.publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LIMITS.passwordMin,
      maxPasswordLength: LIMITS.passwordMax,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      onPasswordReset: ({ user }) => options.passwordChosen(user.id),
      sendResetPassword: async ({ user, token }) => {
        if (!slow || (await guessing.mayWriteReset(user.id))) await options.sendReset(user.id, token);
      },
    },
    rateLimit: {
      enabled: slow,
      storage: "database",
      modelName: "auth_rate_limit",
      fields: { lastRequest: "last_request" },
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 30 },
        "/request-password-reset": { window: 300, max: 10 },
        "/reset-password": { window: 60, max: 10 },
        "/invitation": { window: 60, max: 30 },
        "/accept-invitation": { window: 60, max: 10 },
        "/request-email-change": { window: 900, max: 5 },
        "/confirm-email-change": { window: 60, max: 10 },
        "/get-session": false,
      },
    },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
      additionalFields: {
        language: { type: "string", required: false, input: false },
        disabledAt: { type: "date", required: false, input: false, fieldName: "disabled_at" },
      },
    },
    session: {
      modelName: "auth_session",
      ...SESSION,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "auth_account",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "auth_verification",
      storeIdentifier: "hashed",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
  });
}

/** What the auth library would also offer and we do not: changes of a person go through our own verbs, so that they are recorded. */
const CLOSED = [
  "/sign-up/email",
  "/update-user",
  "/change-email",
  "/delete-user",
  "/send-verification-email",
  "/sign-in/social",
  "/link-social",
  "/unlink-account",
  "/list-accounts",
  "/update-session",
];

/** No session opens for a disabled account. They have proved that it is theirs by then, so they are told. */
async function refuseDisabled(pool: Pool, personId: string): Promise<void> {
  const { rows } = await pool.query("select from person where id = $1 and disabled_at is null", [personId]);
  if (rows.length === 0) throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message: "This account is disabled." });
}
