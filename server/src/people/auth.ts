import { LIMITS } from "@isonga/schema/limits";
import { betterAuth } from "better-auth";
import type { Pool } from "pg";
import { v7 as uuidv7 } from "uuid";

export type AuthOptions = {
  readonly pool: Pool;
  readonly secret: string;
  /** Origin that people type. */
  readonly publicUrl: string;
  /** Sends the letter with the link under which a new password is chosen; the token is good for an hour. */
  readonly sendReset: (personId: string, token: string) => Promise<void>;
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
  return betterAuth({
    appName: "Isonga",
    baseURL: options.publicUrl,
    basePath: "/auth",
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    advanced: {
      database: { generateId: () => uuidv7() },
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
      sendResetPassword: ({ user, token }) => options.sendReset(user.id, token),
    },
    rateLimit: {
      enabled: options.slowGuessing ?? true,
      storage: "database",
      modelName: "auth_rate_limit",
      fields: { lastRequest: "last_request" },
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 8 },
        "/request-password-reset": { window: 300, max: 5 },
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
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
  });
}
