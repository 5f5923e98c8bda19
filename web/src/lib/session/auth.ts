import { isLanguage, type Language } from "@isonga/schema/languages";
import { currentLanguage } from "../i18n/i18n.ts";

/** What came of a sign-in: who is in, or why not. `words` of each reason are `people:signIn.problem.<reason>`. */
export type SignInResult =
  | { readonly ok: true; readonly personId: string }
  | { readonly ok: false; readonly reason: "wrong" | "disabled" | "tooMany" | "network" | "fault" };

/** Opens a session for an e-mail and a password; the cookie is httpOnly and not ours to see. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const response = await post("/auth/sign-in/email", { email, password, rememberMe: true });
  if (response === null) return { ok: false, reason: "network" };
  if (response.ok) return { ok: true, personId: String(readUser(await response.json()).id) };
  if (response.status === 429) return { ok: false, reason: "tooMany" };
  if (response.status === 403 && (await codeOf(response)) === "ACCOUNT_DISABLED") return { ok: false, reason: "disabled" };
  return { ok: false, reason: response.status < 500 ? "wrong" : "fault" };
}

/** Ends this session. False when the network did not let it. */
export async function signOut(): Promise<boolean> {
  return (await post("/auth/sign-out", {}))?.ok === true;
}

/** Ends every session of this person, on every device. False when the network did not let it. */
export async function signOutEverywhere(): Promise<boolean> {
  const ended = await post("/auth/revoke-sessions", {});
  return ended?.ok === true && (await signOut());
}

/** Asks for a letter with a link to a new password. The answer never tells whether the address is known. */
export async function requestPasswordReset(email: string): Promise<boolean> {
  return (await post("/auth/request-password-reset", { email, redirectTo: `/${currentLanguage()}/app/new-password` }))?.ok === true;
}

/** The language in the account of who is signed in; null when nobody is, or the network does not say. */
export async function accountLanguage(): Promise<Language | null> {
  try {
    const response = await fetch("/auth/get-session", { credentials: "same-origin" });
    const { language } = readUser(await response.json());
    return isLanguage(language) ? language : null;
  } catch {
    return null;
  }
}

/** Posts to the auth endpoints; null when the network did not let it. */
export async function post(path: string, body: Record<string, unknown>): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "accept-language": currentLanguage() },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

function readUser(answer: unknown): { readonly id?: unknown; readonly language?: unknown } {
  const user = typeof answer === "object" && answer !== null && "user" in answer ? answer.user : null;
  return typeof user === "object" && user !== null ? user : {};
}

/** The code in a refusal of the auth endpoints. */
export async function codeOf(response: Response): Promise<string | null> {
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === "object" && answer !== null && "code" in answer ? String(answer.code) : null;
}
