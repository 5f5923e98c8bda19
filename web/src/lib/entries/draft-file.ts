import { hasShape } from "@isonga/schema/entry-answers";
import type { AnswerValue } from "@isonga/schema/entry-form";
import type { EntryView } from "./entry-view.ts";
import type { ItemName, KnownEntry } from "./known-entry.ts";

/** A draft as a file: to be kept elsewhere, carried to another device, and loaded into the same entry again. */
export type DraftFile = {
  readonly isonga: "entry-draft";
  readonly version: 1;
  readonly entryId: string;
  readonly title: string;
  readonly round: string;
  /** The version of its form; null for the platform's own. */
  readonly formVersion: string | null;
  readonly writtenAt: string;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly claims: Readonly<Record<string, number>>;
};

/** Everything that was written, also what waits on this device. */
export function draftFile(entry: KnownEntry, view: EntryView, at: Date): DraftFile {
  return {
    isonga: "entry-draft",
    version: 1,
    entryId: entry.id,
    title: entry.title,
    round: entry.round.code,
    formVersion: entry.form.id,
    writtenAt: at.toISOString(),
    answers: view.answers,
    claims: Object.fromEntries(Object.entries(view.claims).map(([code, { claimed }]) => [code, claimed])),
  };
}

/** What loading a file would change, or why it cannot be loaded: it is no draft, or another entry's. */
export type DraftReading =
  | { readonly problem: "unreadable" | "otherEntry" }
  | {
      readonly problem: null;
      readonly changes: readonly { readonly name: ItemName; readonly value: AnswerValue }[];
      /** Fields and rows in the file that this entry's form does not have, or whose value does not fit. */
      readonly ignored: readonly string[];
    };

/** Reads a file against what stands in the entry now. Trusts nothing in it. */
export function readDraftFile(text: string, entry: KnownEntry, view: EntryView): DraftReading {
  const file = parse(text);
  if (!file) return { problem: "unreadable" };
  if (file.entryId !== entry.id) return { problem: "otherEntry" };
  const fields = new Map(entry.form.definition.tasks.flatMap((task) => task.fields.map((field) => [field.key, field] as const)));
  const rows = new Set(entry.instrument.indicators.map(({ code }) => code));
  const ignored: string[] = [];
  const changes: { name: ItemName; value: AnswerValue }[] = [];
  for (const [key, value] of Object.entries(file.answers)) {
    const field = fields.get(key);
    if (!field || !hasShape(field.kind, value)) ignored.push(key);
    else if (!same(value, view.answers[key] ?? null)) changes.push({ name: `answer ${key}`, value });
  }
  for (const [code, level] of Object.entries(file.claims)) {
    if (!rows.has(code) || !LEVELS.includes(level)) ignored.push(code);
    else if (level !== (view.claims[code]?.claimed ?? 0)) changes.push({ name: `claim ${code}`, value: Number(level) });
  }
  return { problem: null, changes, ignored };
}

const LEVELS: readonly unknown[] = [0, 1, 2, 3];

type Read = {
  readonly entryId: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
};

function parse(text: string): Read | null {
  try {
    const file: unknown = JSON.parse(text);
    if (!isRecord(file) || file["isonga"] !== "entry-draft" || !isRecord(file["answers"]) || !isRecord(file["claims"])) return null;
    return { entryId: file["entryId"], answers: file["answers"], claims: file["claims"] };
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
