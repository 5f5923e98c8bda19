import type { Language } from "@isonga/schema/languages";
import { isLanguage, negotiateLanguage } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { refusalWords } from "@isonga/schema/refusal-words";
import en from "../../../locales/en/auth.json" with { type: "json" };
import id from "../../../locales/id/auth.json" with { type: "json" };
import rw from "../../../locales/rw/auth.json" with { type: "json" };
import type { Auth } from "../auth.ts";

type Words = keyof typeof en;
const WORDS: Readonly<Record<Language, Readonly<Record<Words, string>>>> = { en, rw, id };

/** What a code of the auth library's or of ours is called by: our own words, or those of one of the platform's refusals. */
type Meaning = { readonly own: Words } | { readonly refusal: RefusalCode; readonly values?: Readonly<Record<string, unknown>> };

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["INVALID_EMAIL_OR_PASSWORD", { own: "wrong" }],
  ["INVALID_PASSWORD", { own: "password" }],
  ["ACCOUNT_DISABLED", { own: "disabled" }],
  ["INVALID_TOKEN", { refusal: "INVITATION_EXPIRED" }],
  ["INVITATION_EXPIRED", { refusal: "INVITATION_EXPIRED" }],
  ["INVALID_EMAIL", { refusal: "INVALID_EMAIL" }],
  ["ALREADY_EXISTS", { refusal: "ALREADY_EXISTS" }],
  ["PASSWORD_TOO_SHORT", { refusal: "PASSWORD_TOO_SHORT", values: { min: LIMITS.passwordMin } }],
  ["PASSWORD_TOO_LONG", { refusal: "TOO_LONG", values: { max: LIMITS.passwordMax } }],
  ["SESSION_NOT_FRESH", { refusal: "UNAUTHENTICATED" }],
  ["SESSION_EXPIRED", { refusal: "UNAUTHENTICATED" }],
]);

/** What a status means whose code, if there is one, says nothing to a reader. */
const OF_STATUS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [401, { refusal: "UNAUTHENTICATED" }],
  [403, { own: "origin" }],
  [404, { refusal: "NOT_FOUND" }],
  [429, { refusal: "TOO_MANY_ATTEMPTS" }],
]);

/**
 * The auth endpoints, whose every refusal has a `message` in the reader's language: that of `Accept-Language`, else that of the account
 * which the cookie names, else English. Status, code and headers stay as they are.
 */
export function inReadersLanguage(auth: Auth): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await auth.handler(request);
    if (response.status < 400) return response;
    const language = negotiateLanguage(request.headers.get("accept-language"), await accountLanguage(auth, request.headers));
    const body = await bodyOf(response);
    const code = typeof body["code"] === "string" ? body["code"] : "";
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.set("content-type", "application/json");
    const message = words(language, MEANINGS.get(code) ?? meaningOf(response.status));
    return new Response(JSON.stringify({ ...body, message }), { status: response.status, headers });
  };
}

function meaningOf(status: number): Meaning {
  return OF_STATUS.get(status) ?? (status < 500 ? { refusal: "INVALID_VALUE" } : { own: "fault" });
}

function words(language: Language, meaning: Meaning): string {
  return "own" in meaning ? WORDS[language][meaning.own] : refusalWords(language, meaning.refusal, meaning.values);
}

/** The language of who is signed in; undefined when nobody is, or that cannot be told. */
async function accountLanguage(auth: Auth, headers: Headers): Promise<Language | undefined> {
  if (!headers.has("cookie")) return undefined;
  const session = await auth.api.getSession({ headers }).catch(() => null);
  const language = session?.user.language;
  return isLanguage(language) ? language : undefined;
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
}
