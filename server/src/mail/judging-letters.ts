import { formatDateTime, formatNumber } from "@isonga/schema/format";
import type { Language } from "@isonga/schema/languages";
import { HOME_ZONES } from "./custody-letters.ts";
import type { LetterContent, Reader } from "./letter-content.ts";
import { fillWords, LETTER_WORDS } from "./letter-words.ts";

type OfRound = { readonly round: string; readonly code: string };

/** A card in a letter's list: the judge by code and name, the entry by reference, why in the reader's language. */
export type ListedCard = { readonly judge: string; readonly entry: string; readonly why: string; readonly signed: boolean };

/** A stage to judge in, with its dates. */
export type ListedStage = { readonly stage: string; readonly from: Date; readonly until: Date };

/** What judging writes to people. Names are given in the reader's language; what people wrote is theirs. Entries are named by reference. */
export type JudgingLetter =
  | {
      readonly kind: "JUDGE_INVITED";
      readonly by: string | null;
      readonly round: string;
      readonly timeZone: string;
      readonly stages: readonly ListedStage[];
      /** Asked to stand by for those who cannot. */
      readonly waiting: boolean;
      /** Of somebody who has no password yet: the link by which they choose one, and until when. */
      readonly link: { readonly token: string; readonly until: Date } | null;
    }
  /** To those who lead the judging. */
  | (OfRound & { readonly kind: "CARDS_STOPPED"; readonly cards: readonly ListedCard[] })
  | (OfRound & {
      readonly kind: "JUDGE_RECUSED";
      readonly judge: string;
      readonly entry: string;
      readonly reason: string;
      readonly signed: boolean;
    })
  | (OfRound & { readonly kind: "JUDGE_LEFT" | "JUDGE_DECLINED"; readonly judge: string; readonly reason: string })
  /** To a judge whose cards were opened again; `stageId` is where they lie. */
  | {
      readonly kind: "CARDS_ASKED_AGAIN";
      readonly round: string;
      readonly stageId: string;
      readonly entries: readonly string[];
      readonly reason: string;
    }
  /** To who objected, to the chairs, and to who objected again. `entry`: reference and title; `text`: what was written or answered. */
  | (OfRound & { readonly kind: "OBJECTION_RECEIVED" | "OBJECTION_MADE"; readonly entry: string; readonly text: string })
  | (OfRound & { readonly kind: "OBJECTION_ANSWERED"; readonly entry: string; readonly text: string; readonly upheld: boolean })
  /** To a judge who has cards left to sign, from the chair. */
  | {
      readonly kind: "CARDS_DUE";
      readonly round: string;
      readonly stage: string;
      readonly stageId: string;
      readonly left: number;
      readonly until: Date;
      readonly timeZone: string;
    }
  /** To a judge who was given entries. */
  | {
      readonly kind: "JUDGE_ASSIGNED";
      readonly round: string;
      readonly stageId: string;
      readonly stage: string;
      readonly count: number;
      readonly until: Date;
      readonly timeZone: string;
    }
  /** To who takes over. */
  | { readonly kind: "JUDGE_REPLACES"; readonly round: string; readonly entries: readonly string[] };

/** The kinds of letters that judging writes. */
export const JUDGING_LETTERS = [
  "JUDGE_INVITED",
  "CARDS_STOPPED",
  "JUDGE_RECUSED",
  "JUDGE_LEFT",
  "JUDGE_DECLINED",
  "JUDGE_REPLACES",
  "CARDS_ASKED_AGAIN",
  "CARDS_DUE",
  "JUDGE_ASSIGNED",
  "OBJECTION_RECEIVED",
  "OBJECTION_MADE",
  "OBJECTION_ANSWERED",
] as const satisfies readonly JudgingLetter["kind"][];

type Said = Pick<LetterContent, "subject" | "paragraphs" | "list" | "after"> & { readonly label: string; readonly path: string };

/** Whether a letter is judging's. */
export function isJudgingLetter(letter: { readonly kind: string }): letter is JudgingLetter {
  return JUDGING_LETTERS.some((kind) => kind === letter.kind);
}

/** Says a letter of judging in its reader's language. */
export function judgingLetter(letter: JudgingLetter, { language }: Reader): Said {
  switch (letter.kind) {
    case "JUDGE_INVITED":
      return invited(letter, language);
    case "CARDS_STOPPED":
      return stopped(letter, language);
    case "JUDGE_RECUSED":
      return recused(letter, language);
    case "JUDGE_REPLACES":
      return replaces(letter, language);
    case "CARDS_ASKED_AGAIN":
      return askedAgain(letter, language);
    case "JUDGE_ASSIGNED":
      return assigned(letter, language);
    case "OBJECTION_RECEIVED":
    case "OBJECTION_MADE":
    case "OBJECTION_ANSWERED":
      return objection(letter, language);
    case "CARDS_DUE":
      return due(letter, language);
    default:
      return gone(letter, language);
  }
}

type Of<K extends JudgingLetter["kind"]> = Extract<JudgingLetter, { readonly kind: K }>;

function invited({ by, round, timeZone, stages, waiting, link }: Of<"JUDGE_INVITED">, language: Language): Said {
  const words = LETTER_WORDS[language].judgeInvited;
  const at = (instant: Date, zone: string) => formatDateTime(instant, language, { timeZone: zone, showZone: true });
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [
      by === null ? fillWords(words.leadPlatform, { round }) : fillWords(words.lead, { by, round }),
      ...(waiting ? [words.waiting] : []),
      words.first,
      ...(stages.length > 0 ? [words.stages] : []),
    ],
    list: stages.map(({ stage, from, until }) => fillWords(words.line, { stage, from: at(from, timeZone), until: at(until, timeZone) })),
    label: link ? words.choose : words.action,
    path: link ? `accept-invitation?token=${encodeURIComponent(link.token)}` : "judging",
    after: link ? [fillWords(words.expiry, { until: at(link.until, HOME_ZONES[language]) }), words.then] : [],
  };
}

function stopped({ round, code, cards }: Of<"CARDS_STOPPED">, language: Language): Said {
  const words = LETTER_WORDS[language].cardsStopped;
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [words.lead],
    list: cards.map(({ judge, entry, why, signed }) => fillWords(signed ? words.signed : words.line, { judge, entry, why })),
    label: words.action,
    path: vacancies(code),
    after: [words.after],
  };
}

function recused({ round, code, judge, entry, reason, signed }: Of<"JUDGE_RECUSED">, language: Language): Said {
  const { judgeRecused: words, cardsStopped } = LETTER_WORDS[language];
  return {
    subject: fillWords(words.subject, { judge, entry }),
    paragraphs: [fillWords(words.lead, { judge, entry, round }), fillWords(words.reason, { reason }), ...(signed ? [words.signed] : [])],
    list: [],
    label: cardsStopped.action,
    path: vacancies(code),
    after: [cardsStopped.after],
  };
}

function gone(letter: Of<"JUDGE_LEFT" | "JUDGE_DECLINED">, language: Language): Said {
  const { judgeRecused, judgeLeft, judgeDeclined } = LETTER_WORDS[language];
  const { judge, round, reason } = letter;
  const words = letter.kind === "JUDGE_LEFT" ? judgeLeft : judgeDeclined;
  return {
    subject: fillWords(words.subject, { judge, round }),
    paragraphs: [fillWords(words.lead, { judge, round }), ...(reason ? [fillWords(judgeRecused.reason, { reason })] : [])],
    list: [],
    label: words.action,
    path: `rounds/${encodeURIComponent(letter.code)}/judges`,
    after: [],
  };
}

function replaces({ round, entries }: Of<"JUDGE_REPLACES">, language: Language): Said {
  const words = LETTER_WORDS[language].judgeReplaces;
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [fillWords(words.lead, { round })],
    list: entries,
    label: words.action,
    path: "judging",
    after: [],
  };
}

function askedAgain({ round, stageId, entries, reason }: Of<"CARDS_ASKED_AGAIN">, language: Language): Said {
  const { judgeRecused, cardsAskedAgain: words } = LETTER_WORDS[language];
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [words.lead, fillWords(judgeRecused.reason, { reason })],
    list: entries,
    label: words.action,
    path: `judging/stages/${stageId}`,
    after: [words.after],
  };
}

function due({ round, stage, stageId, left, until, timeZone }: Of<"CARDS_DUE">, language: Language): Said {
  const words = LETTER_WORDS[language].cardsDue;
  const at = formatDateTime(until, language, { timeZone, showZone: true });
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [
      fillWords(left === 1 ? words.leadOne : words.lead, { left: formatNumber(left, language), stage, round }),
      fillWords(words.until, { until: at }),
    ],
    list: [],
    label: words.action,
    path: `judging/stages/${stageId}`,
    after: [],
  };
}

const vacancies = (code: string): string => `rounds/${encodeURIComponent(code)}/judges/replacements`;

function assigned({ round, stageId, stage, count, until, timeZone }: Of<"JUDGE_ASSIGNED">, language: Language): Said {
  const words = LETTER_WORDS[language].judgeAssigned;
  const by = formatDateTime(until, language, { timeZone, showZone: true });
  return {
    subject: fillWords(words.subject, { round }),
    paragraphs: [fillWords(words.lead, { count: String(count), stage, until: by })],
    list: [],
    label: words.action,
    path: `judging/stages/${stageId}`,
    after: [words.after],
  };
}

function objection(letter: Of<"OBJECTION_RECEIVED" | "OBJECTION_MADE" | "OBJECTION_ANSWERED">, language: Language): Said {
  const { entry, round, text, code } = letter;
  const { objectionReceived, objectionMade, objectionAnswered } = LETTER_WORDS[language];
  const words = { OBJECTION_RECEIVED: objectionReceived, OBJECTION_MADE: objectionMade, OBJECTION_ANSWERED: objectionAnswered }[
    letter.kind
  ];
  const lead =
    letter.kind === "OBJECTION_ANSWERED" ? objectionAnswered[letter.upheld ? "upheld" : "dismissed"] : "lead" in words ? words.lead : "";
  return {
    subject: fillWords(words.subject, { entry }),
    paragraphs: [fillWords(lead, { entry, round }), fillWords(words.text, { text })],
    list: [],
    label: words.action,
    path: letter.kind === "OBJECTION_MADE" ? `rounds/${encodeURIComponent(code)}/objections` : `../objections/${encodeURIComponent(code)}`,
    after: letter.kind === "OBJECTION_RECEIVED" ? [objectionReceived.after] : [],
  };
}
