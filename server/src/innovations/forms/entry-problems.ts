import { completeness, type EntryFacts as RuleFacts, type TaskState, taskStates } from "@isonga/schema/entry-completeness";
import { type EntryHistory, eligibility } from "@isonga/schema/entry-eligibility";
import type { EntryProblem } from "@isonga/schema/entry-form";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import type { Instant } from "../../kernel/graphql/scalars.ts";
import { answerLoader, answersOf } from "../answers/answer-loaders.ts";
import { claimLoader, evidenceCountLoader } from "../claims/claim-loaders.ts";
import type { EntryState } from "../entries/entry-states.ts";
import { type EntryGround, entryGround, type GroundKey, rowsOf } from "./entry-ground.ts";
import { type HistorySubject, historiesOf } from "./entry-history.ts";
import { submissionLoader, todayIn } from "./submission.ts";

/** An entry as far as its rules go: entities and contract rows alike. */
export type RuledEntry = GroundKey &
  Omit<HistorySubject, "entryId"> & { readonly id: string; readonly state: EntryState; readonly copiedFromId?: string | null | undefined };

/** Everything the rules are asked about one entry. */
export type EntryRulesState = {
  readonly ground: EntryGround;
  readonly facts: RuleFacts;
  readonly history: EntryHistory;
  /** What it lacks and which rules it breaks, were it handed in now. */
  readonly problems: readonly EntryProblem[];
  /** Rules of entry that it breaks already, by what is known of it so far. */
  readonly barred: readonly EntryProblem[];
  readonly tasks: Readonly<Record<string, TaskState>>;
};

/** What stands against handing an entry in: completeness and eligibility together; empty when nothing does. */
export async function entryProblems(ctx: Context, entry: RuledEntry): Promise<readonly EntryProblem[]> {
  return (await entryRules(ctx, entry)).problems;
}

/** The rules applied to an entry as it is now; what it takes is batched over the entries of an answer. */
export async function entryRules(ctx: Context, entry: RuledEntry): Promise<EntryRulesState> {
  const [ground, answers, claims, evidence, history, submission, returned] = await Promise.all([
    entryGround(ctx, entry),
    answerLoader(ctx).load(entry.id),
    claimLoader(ctx).load(entry.id),
    evidenceCountLoader(ctx).load(entry.id),
    historyLoader(ctx).load(entry),
    submissionLoader(ctx).load(entry.roundId),
    entry.state === "RETURNED" ? returnedLoader(ctx).load(entry.id) : NOT_RETURNED,
  ]);
  const count = (indicator: string) => evidence.find((row) => row.indicator === indicator)?.count ?? 0;
  const facts: RuleFacts = {
    answers: answersOf(answers),
    claims: Object.fromEntries(claims.map(({ indicator, claimed }) => [indicator, { claimed, evidence: count(indicator) }])),
    fieldEvidence: Object.fromEntries(evidence.flatMap((row) => (row.field === null ? [] : [[row.field, row.count]]))),
    today: todayIn(submission, ctx.now()),
    mandatoryIndicators: rowsOf(ground.instrument, entry.kind).flatMap(({ code, mandatory }) => (mandatory ? [code] : [])),
    affairs: ground.instrument.affairs.map(({ code }) => code),
    copied: Boolean(entry.copiedFromId),
  };
  const asked = (whole: boolean) =>
    entry.kind === "REGIONAL"
      ? []
      : eligibility(ground.instrument.eligibility, { form: ground.form, answers: facts.answers, history, whole });
  const problems = once([...completeness(ground.form, facts), ...asked(true)]);
  return {
    ground,
    facts,
    history,
    problems,
    barred: asked(false),
    tasks: taskStates(ground.form, { ...facts, problems, returned: unmended(returned, [...answers, ...claims, ...evidence]) }),
  };
}

/** Forgets what was read of an entry, after it was changed in the same request. */
export function forgetEntry(ctx: Context, id: string): void {
  answerLoader(ctx).clear(id);
  claimLoader(ctx).clear(id);
  evidenceCountLoader(ctx).clear(id);
  ctx.memo.delete(historyLoader);
}

/** A field has one problem of a kind: what is missing is told once, whoever asks for it. */
function once(problems: readonly EntryProblem[]): readonly EntryProblem[] {
  const empty = new Set(problems.filter(({ code }) => code === "REQUIRED").map(({ field }) => field));
  const seen = new Set<string>();
  return problems.filter(({ field, code }) => {
    const key = `${field} ${code}`;
    if (seen.has(key) || (code !== "REQUIRED" && empty.has(field))) return false;
    seen.add(key);
    return true;
  });
}

function historyLoader(ctx: Context): DataLoader<RuledEntry, EntryHistory, string> {
  return memoized(ctx, historyLoader, () => {
    return new DataLoader<RuledEntry, EntryHistory, string>(
      (entries) =>
        historiesOf(
          ctx,
          entries.map((entry) => ({ ...subjectOf(entry), entryId: entry.id })),
        ),
      { cacheKeyFn: ({ id }) => id },
    );
  });
}

function subjectOf({ roundId, jurisdictionId, agencyId, innovationId, title }: RuledEntry): Omit<HistorySubject, "entryId"> {
  return { roundId, jurisdictionId, agencyId, innovationId, title };
}

type Returned = { readonly at: string | null; readonly fields: readonly string[] };
const NOT_RETURNED: Returned = { at: null, fields: [] };

/** What was sent back and not changed since, neither itself nor its evidence. */
function unmended(
  { at, fields }: Returned,
  rows: readonly { readonly field?: string | null; readonly indicator?: string | null; readonly changedAt: Instant }[],
): readonly string[] {
  if (at === null) return [];
  const since = new Date(at);
  const mended = new Set(rows.filter(({ changedAt }) => new Date(changedAt) > since).map(({ field, indicator }) => field ?? indicator));
  return fields.filter((field) => !mended.has(field));
}

/** Fields and rows that the latest return named, batched by entry. */
function returnedLoader(ctx: Context): DataLoader<string, Returned> {
  return memoized(ctx, returnedLoader, () => {
    return new DataLoader<string, Returned>(async (ids) => {
      const { rows } = await sql<{
        entryId: string;
        at: string;
        reasons: readonly { readonly field: string }[];
      }>`select distinct on (entry_id)
          entry_id as "entryId", at, field_reasons as reasons from entry_event
        where entry_id = any(${[...ids]}::uuid[]) and act = 'return' order by entry_id, id desc`.execute(ctx.db);
      const byId = new Map(rows.map(({ entryId, at, reasons }) => [entryId, { at, fields: reasons.map(({ field }) => field) }]));
      return ids.map((id) => byId.get(id) ?? NOT_RETURNED);
    });
  });
}
