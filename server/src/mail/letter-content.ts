import { formatDateTime } from "@isonga/schema/format";
import type { Language } from "@isonga/schema/languages";
import type { Role } from "../kernel/actor.ts";
import { type CustodyLetter, custodyLetter, HOME_ZONES, isCustodyLetter } from "./custody-letters.ts";
import { isJudgingLetter, type JudgingLetter, judgingLetter } from "./judging-letters.ts";
import { fillWords, LETTER_WORDS } from "./letter-words.ts";

/** A role as a letter names it; `place` is null where it holds everywhere. */
export type LetterGrant = { readonly role: Role; readonly place: string | null };

/** What there is to say, before it is said in a language. */
export type Letter = AccountLetter | CustodyLetter | JudgingLetter;

/** Letters about an account and its roles. */
type AccountLetter =
  | {
      readonly kind: "INVITATION";
      readonly by: string | null;
      readonly grants: readonly LetterGrant[];
      readonly token: string;
      readonly until: Date;
    }
  | { readonly kind: "PASSWORD_RESET"; readonly token: string }
  | { readonly kind: "EMAIL_CHANGE"; readonly token: string }
  /** To the old address. */
  | { readonly kind: "EMAIL_CHANGED"; readonly email: string }
  | { readonly kind: "ROLE_GRANTED"; readonly by: string | null; readonly grants: readonly LetterGrant[] };

/** A letter in words: paragraphs, a list under them, one link, and what follows it. */
export type LetterContent = {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly action: { readonly label: string; readonly url: string; readonly hint: string };
  readonly after: readonly string[];
  readonly footer: string;
};

export type Reader = { readonly name: string; readonly language: Language };

/** Says a letter in its reader's language. `publicUrl` begins its link. */
export function letterContent(letter: Letter, reader: Reader, publicUrl: string): LetterContent {
  const { language } = reader;
  const words = LETTER_WORDS[language];
  const app = `${publicUrl}/${language}/app`;
  const frame = { language, greeting: fillWords(words.greeting, { name: reader.name }), footer: words.footer };
  const action = (label: string, url: string) => ({ label, url, hint: words.linkHint });
  if (isCustodyLetter(letter) || isJudgingLetter(letter)) {
    const { label, path, ...said } = isCustodyLetter(letter) ? custodyLetter(letter, reader) : judgingLetter(letter, reader);
    return { ...frame, ...said, action: action(label, new URL(path, `${app}/`).href) };
  }
  switch (letter.kind) {
    case "INVITATION": {
      const { subject, lead, leadPlatform, grants, action: label, expiry, unexpected } = words.invitation;
      const until = formatDateTime(letter.until, language, { timeZone: HOME_ZONES[language], showZone: true });
      return {
        ...frame,
        subject,
        paragraphs: [letter.by === null ? leadPlatform : fillWords(lead, { by: letter.by }), ...(letter.grants.length > 0 ? [grants] : [])],
        list: letter.grants.map((grant) => grantLine(grant, language)),
        action: action(label, `${app}/accept-invitation?token=${encodeURIComponent(letter.token)}`),
        after: [fillWords(expiry, { until }), unexpected],
      };
    }
    case "PASSWORD_RESET": {
      const { subject, lead, action: label, expiry, unexpected } = words.reset;
      const url = `${app}/reset-password?token=${encodeURIComponent(letter.token)}`;
      return { ...frame, subject, paragraphs: [lead], list: [], action: action(label, url), after: [expiry, unexpected] };
    }
    case "EMAIL_CHANGE": {
      const { subject, lead, action: label, expiry, unexpected } = words.emailChange;
      const url = `${app}/confirm-email?token=${encodeURIComponent(letter.token)}`;
      return { ...frame, subject, paragraphs: [lead], list: [], action: action(label, url), after: [expiry, unexpected] };
    }
    case "EMAIL_CHANGED": {
      const { subject, lead, action: label, unexpected } = words.emailChanged;
      const first = fillWords(lead, { email: letter.email });
      return { ...frame, subject, paragraphs: [first], list: [], action: action(label, app), after: [unexpected] };
    }
    case "ROLE_GRANTED": {
      const { subject, lead, leadPlatform, action: label } = words.granted;
      const first = letter.by === null ? leadPlatform : fillWords(lead, { by: letter.by });
      const list = letter.grants.map((grant) => grantLine(grant, language));
      return { ...frame, subject, paragraphs: [first], list, action: action(label, app), after: [] };
    }
  }
}

function grantLine({ role, place }: LetterGrant, language: Language): string {
  const words = LETTER_WORDS[language];
  const name = words.roles[role];
  return place === null ? fillWords(words.grant.everywhere, { role: name }) : fillWords(words.grant.within, { role: name, place });
}
