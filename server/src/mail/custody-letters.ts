import { formatDateTime, formatZone } from "@isonga/schema/format";
import type { Language } from "@isonga/schema/languages";
import type { Role } from "../kernel/actor.ts";
import type { LetterContent, Reader } from "./letter-content.ts";
import { fillWords, LETTER_WORDS } from "./letter-words.ts";

/** An entry in a letter's list: `at` is its deadline, or since when it is held. Names are the reader's. */
export type ListedEntry = { readonly title: string; readonly place: string; readonly holder: Role; readonly at: Date };

/** Times of a stage. */
export type StageTimes = { readonly from: Date; readonly until: Date };
/** A stage of which something changed: null where it was not, or is no more. */
export type ChangedStage = { readonly stage: string; readonly before: StageTimes | null; readonly after: StageTimes | null };

type OfRound = { readonly round: string; readonly timeZone: string };

/** What custody writes to people. Names are given in the reader's language; what people wrote is theirs. */
export type CustodyLetter =
  | { readonly kind: "DELEGATED"; readonly by: string; readonly from: Date; readonly until: Date; readonly reason: string | null }
  | (OfRound & { readonly kind: "ENTRIES_DUE" | "ENTRIES_HELD" | "ENTRIES_ESCALATED"; readonly entries: readonly ListedEntry[] })
  | (OfRound & {
      readonly kind: "ENTRIES_REMINDED";
      readonly entries: readonly ListedEntry[];
      readonly by: string;
      readonly note: string | null;
    })
  | {
      readonly kind: "ENTRY_RETURNED" | "ENTRY_EXCLUDED";
      readonly entryId: string;
      readonly title: string;
      readonly by: string;
      readonly reason: string;
      readonly fields: readonly { readonly field: string; readonly reason: string }[];
    }
  | {
      readonly kind: "ENTRIES_RETURNED";
      readonly round: string;
      readonly by: string;
      readonly fields: readonly { readonly field: string; readonly reason: string }[];
    }
  | (OfRound & {
      readonly kind: "DEADLINES_CHANGED";
      readonly code: string;
      readonly reason: string;
      readonly changes: readonly ChangedStage[];
    });

/** The kinds of letters that custody writes. */
export const CUSTODY_LETTERS = [
  "DELEGATED",
  "ENTRIES_DUE",
  "ENTRIES_HELD",
  "ENTRIES_ESCALATED",
  "ENTRIES_REMINDED",
  "ENTRY_RETURNED",
  "ENTRY_EXCLUDED",
  "ENTRIES_RETURNED",
  "DEADLINES_CHANGED",
] as const satisfies readonly CustodyLetter["kind"][];

/** What is said before and after the frame that every letter has; `path` follows the app's address. */
type Said = Pick<LetterContent, "subject" | "paragraphs" | "list" | "after"> & { readonly label: string; readonly path: string };

/** Whether a letter is custody's. */
export function isCustodyLetter(letter: { readonly kind: string }): letter is CustodyLetter {
  return CUSTODY_LETTERS.some((kind) => kind === letter.kind);
}

/** Says a letter of custody in its reader's language. */
export function custodyLetter(letter: CustodyLetter, { language }: Reader): Said {
  switch (letter.kind) {
    case "DELEGATED":
      return delegated(letter, language);
    case "ENTRY_RETURNED":
    case "ENTRY_EXCLUDED":
      return sentBack(letter, language);
    case "ENTRIES_RETURNED":
      return manySentBack(letter, language);
    case "DEADLINES_CHANGED":
      return deadlines(letter, language);
    case "ENTRIES_REMINDED":
      return reminded(letter, language);
    default:
      return listed(letter, language);
  }
}

/** The zone in which a reader is told a time that belongs to no round: that of the capital where their language is at home. */
export const HOME_ZONES: Readonly<Record<Language, string>> = { en: "Africa/Kigali", rw: "Africa/Kigali", id: "Asia/Jakarta" };

type Of<K extends CustodyLetter["kind"]> = Extract<CustodyLetter, { readonly kind: K }>;

function delegated(letter: Of<"DELEGATED">, language: Language): Said {
  const words = LETTER_WORDS[language].delegated;
  const at = (instant: Date) => formatDateTime(instant, language, { timeZone: HOME_ZONES[language], showZone: true });
  return {
    subject: fillWords(words.subject, { by: letter.by }),
    paragraphs: [
      fillWords(words.lead, { by: letter.by, from: at(letter.from), until: at(letter.until) }),
      ...(letter.reason ? [fillWords(words.reason, { reason: letter.reason })] : []),
    ],
    list: [],
    label: words.action,
    path: "custody",
    after: [words.record],
  };
}

const LISTED = { ENTRIES_DUE: "due", ENTRIES_HELD: "held", ENTRIES_ESCALATED: "escalated" } as const;

function listed(letter: Of<"ENTRIES_DUE" | "ENTRIES_HELD" | "ENTRIES_ESCALATED">, language: Language): Said {
  const words = LETTER_WORDS[language][LISTED[letter.kind]];
  return {
    subject: fillWords(words.subject, { round: letter.round }),
    paragraphs: [words.lead],
    list: entryLines(letter, words.line, language),
    label: words.action,
    path: letter.kind === "ENTRIES_DUE" ? "entries" : "custody",
    after: "after" in words ? [words.after] : [],
  };
}

function reminded(letter: Of<"ENTRIES_REMINDED">, language: Language): Said {
  const { reminded: words, held } = LETTER_WORDS[language];
  return {
    subject: fillWords(words.subject, { by: letter.by, round: letter.round }),
    paragraphs: [...(letter.note ? [fillWords(words.note, { note: letter.note })] : []), fillWords(words.lead, { by: letter.by })],
    list: entryLines(letter, held.line, language),
    label: held.action,
    path: "custody",
    after: [],
  };
}

function sentBack(letter: Of<"ENTRY_RETURNED" | "ENTRY_EXCLUDED">, language: Language): Said {
  const { returned, excluded } = LETTER_WORDS[language];
  const words = letter.kind === "ENTRY_RETURNED" ? returned : excluded;
  return {
    subject: fillWords(words.subject, { title: letter.title }),
    paragraphs: [
      fillWords(words.lead, { by: letter.by }),
      ...(letter.reason ? [fillWords(returned.reason, { reason: letter.reason })] : []),
    ],
    list: letter.fields.map((field) => fillWords(returned.line, field)),
    label: returned.action,
    path: `entries/${letter.entryId}`,
    after: [],
  };
}

function manySentBack({ by, round, fields }: Of<"ENTRIES_RETURNED">, language: Language): Said {
  const { returned, returnedMany, held } = LETTER_WORDS[language];
  return {
    subject: fillWords(returnedMany.subject, { round }),
    paragraphs: [fillWords(returnedMany.lead, { by })],
    list: fields.map((field) => fillWords(returned.line, field)),
    label: held.action,
    path: "custody",
    after: [],
  };
}

function deadlines(letter: Of<"DEADLINES_CHANGED">, language: Language): Said {
  const { deadlines: words } = LETTER_WORDS[language];
  const { round, timeZone } = letter;
  const at = (instant: Date) => formatDateTime(instant, language, { timeZone });
  const times = ({ from, until }: StageTimes) => ({ from: at(from), until: at(until) });
  const line = ({ stage, before, after }: ChangedStage): string => {
    if (!after) return fillWords(words.removed, { stage });
    if (!before) return fillWords(words.added, { stage, ...times(after) });
    const same = before.from.getTime() === after.from.getTime() && before.until.getTime() === after.until.getTime();
    if (same) return fillWords(words.grace, { stage });
    return fillWords(words.moved, { stage, ...times(after), oldFrom: at(before.from), oldUntil: at(before.until) });
  };
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [fillWords(words.lead, { round })],
    list: letter.changes.map(line),
    label: words.action,
    path: `rounds/${encodeURIComponent(letter.code)}`,
    after: [
      fillWords(words.zone, { zone: formatZone(timeZone, language) }),
      ...(letter.reason ? [fillWords(words.reason, { reason: letter.reason })] : []),
    ],
  };
}

function entryLines(
  { entries, timeZone }: { readonly entries: readonly ListedEntry[]; readonly timeZone: string },
  line: string,
  language: Language,
): readonly string[] {
  const { roles } = LETTER_WORDS[language];
  return entries.map(({ title, place, holder, at }) =>
    fillWords(line, { title, place, holder: roles[holder], at: formatDateTime(at, language, { timeZone, showZone: true }) }),
  );
}
