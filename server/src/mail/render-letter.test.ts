import { LANGUAGES } from "@isonga/schema/languages";
import { expect, test } from "vitest";
import { CUSTODY_LETTERS } from "./custody-letters.ts";
import { JUDGING_LETTERS, type JudgingLetter } from "./judging-letters.ts";
import { type Letter, letterContent } from "./letter-content.ts";
import { fillWords, LETTER_WORDS } from "./letter-words.ts";
import { renderLetter } from "./render-letter.ts";

const letters: readonly Letter[] = [
  {
    kind: "INVITATION",
    by: "Claudine",
    grants: [
      { role: "STAFF", place: "Ngoma" },
      { role: "AUDITOR", place: null },
    ],
    token: "abc-_1",
    until: new Date("2026-03-29T08:05:00Z"),
  },
  { kind: "PASSWORD_RESET", token: "abc-_1" },
  { kind: "EMAIL_CHANGE", token: "abc-_1" },
  { kind: "EMAIL_CHANGED", email: "aline@example.org" },
  { kind: "ROLE_GRANTED", by: null, grants: [{ role: "JUDGE", place: "Awards 2022" }] },
  ...custodyLetters(),
  ...judgingLetters(),
];

/** One of each kind that custody writes. */
function custodyLetters(): readonly Letter[] {
  const [from, until] = [new Date("2026-03-29T08:05:00Z"), new Date("2026-04-29T08:05:00Z")];
  const round = { round: "Awards 2026", timeZone: "Asia/Jakarta" };
  const entries = [{ title: "Aku Mandiri", place: "Registry", holder: "HEAD" as const, at: from }];
  const fields = [{ field: "Design", reason: "What is new?" }];
  const sentBack = { entryId: "1", title: "Aku Mandiri", by: "Hadi", reason: "Look again", fields };
  const changes = [
    { stage: "Submission", before: { from, until: from }, after: { from, until } },
    { stage: "Check", before: null, after: { from, until } },
    { stage: "Standing", before: { from, until }, after: null },
    { stage: "Decision", before: { from, until }, after: { from, until } },
  ];
  return [
    { kind: "DELEGATED", by: "Hadi", from, until, reason: "Leave" },
    { kind: "ENTRIES_DUE", ...round, entries },
    { kind: "ENTRIES_HELD", ...round, entries },
    { kind: "ENTRIES_ESCALATED", ...round, entries },
    { kind: "ENTRIES_REMINDED", ...round, entries, by: "Kartika", note: "Please" },
    { kind: "ENTRY_RETURNED", ...sentBack },
    { kind: "ENTRY_EXCLUDED", ...sentBack },
    { kind: "ENTRIES_RETURNED", round: "Awards 2026", by: "Hadi", fields },
    { kind: "DEADLINES_CHANGED", ...round, code: "iga-2026", reason: "The network was down", changes },
  ];
}

/** Some of each kind that judging writes. */
function judgingLetters(): readonly JudgingLetter[] {
  const [from, until] = [new Date("2026-07-01T00:00:00Z"), new Date("2026-08-01T00:00:00Z")];
  const round = { round: "Awards 2026", code: "kipp-2026" };
  const stages = [{ stage: "Desk", from, until }];
  const desk = { round: round.round, stageId: "1" };
  const objection = { entry: "E07 Aku Mandiri", text: "It is older" };
  const invited = { kind: "JUDGE_INVITED" as const, round: round.round, timeZone: "Asia/Jakarta", stages };
  return [
    { ...invited, by: "Chandra", waiting: false, link: null },
    { ...invited, by: null, waiting: true, link: { token: "secret", until } },
    {
      kind: "CARDS_STOPPED",
      ...round,
      cards: [true, false].map((signed) => ({ judge: "J01 Budi", entry: "E07", why: "family.", signed })),
    },
    { kind: "JUDGE_RECUSED", ...round, judge: "J01 Budi", entry: "E07", reason: "My sister", signed: true },
    { kind: "JUDGE_LEFT", ...round, judge: "J01 Budi", reason: "Ill" },
    { kind: "JUDGE_DECLINED", ...round, judge: "J01 Budi", reason: "" },
    { kind: "JUDGE_REPLACES", round: round.round, entries: ["E07"] },
    { kind: "JUDGE_ASSIGNED", ...desk, stage: "Desk", count: 12, until, timeZone: "Asia/Jakarta" },
    { kind: "CARDS_DUE", ...desk, stage: "Desk", left: 3, until, timeZone: "Asia/Jakarta" },
    { kind: "CARDS_ASKED_AGAIN", ...desk, entries: ["E07"], reason: "The rubric has changed" },
    { kind: "OBJECTION_RECEIVED", ...round, ...objection },
    { kind: "OBJECTION_MADE", ...round, ...objection },
    { kind: "OBJECTION_ANSWERED", ...round, ...objection, upheld: true },
  ];
}

test("judging has a letter of each kind here", () => {
  expect([...new Set(judgingLetters().map(({ kind }) => kind))].sort()).toEqual([...JUDGING_LETTERS].sort());
});

test("custody has a letter of each kind here", () => {
  expect(
    custodyLetters()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([...CUSTODY_LETTERS].sort());
});

test("what people wrote is text in the page, never markup", () => {
  const content = letterContent(
    { kind: "ROLE_GRANTED", by: `<img src=x onerror="alert(1)">`, grants: [{ role: "STAFF", place: "A&B" }] },
    { name: "</p><script>", language: "en" },
    "https://isonga.example",
  );
  const { html, text } = renderLetter(content);
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain("A&#38;B");
  expect(text).toContain("A&B");
});

test.each(LANGUAGES)("every letter is whole in %s", (language) => {
  for (const letter of letters) {
    const { subject, text, html } = renderLetter(letterContent(letter, { name: "Aline", language }, "https://isonga.example"));
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined|null/);
    expect(html).toContain(`<html lang="${language}">`);
    expect(text).toContain(`https://isonga.example/${language}/`);
  }
});

test("a deadline is told with its year and zone, in the reader's way", () => {
  const until = (language: "en" | "rw" | "id") =>
    letterContent(letters[0] as Letter, { name: "Aline", language }, "https://isonga.example").after[0];
  expect(until("en")).toContain("29 March 2026, 10:05");
  expect(until("rw")).toContain("29 Werurwe 2026");
  expect(until("id")).toContain("15.05");
});

test("the three files have the same keys and placeholders", () => {
  const shape = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [
        key,
        typeof value === "string" ? (value.match(/\{\{\w+\}\}/g) ?? []).sort() : shape(value as object),
      ]),
    );
  for (const language of LANGUAGES) expect(shape(LETTER_WORDS[language])).toEqual(shape(LETTER_WORDS.en));
});

test("a placeholder without a value is a fault, not a gap", () => {
  expect(() => fillWords("Hello {{name}}")).toThrow(/name/);
});
