import { pickText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import type { JudgingRules } from "../../programmes/jury-instrument.ts";
import { cardView } from "../desk/card-view.ts";
import type { CardMark } from "../desk/judging-card.type.ts";
import type { CardOutcome } from "../judging-states.ts";
import type { CardPayload, SignCardInput } from "./card.inputs.ts";
import { type ActTime, timeOfAct } from "./card-time.ts";
import { lockCard } from "./lock-card.ts";
import { mergeCard } from "./merge-card.ts";
import { claimedTime } from "./save-card.ts";
import { addCardEvent, marksInEvent, type WrittenCard, writeCard } from "./write-card.ts";

/**
 * Signs a card, what is sent with it saved before. Refuses CARD_INCOMPLETE once for each criterion without a mark, COMMENT_REQUIRED where one
 * belongs to it, REASON_REQUIRED for abstaining and failing, INVALID_VALUE for an outcome that the stage does not have, STALE_VERSION when the
 * card was opened or signed elsewhere since it was seen; and as saving does. With conflicts nothing is signed: the judge looks again.
 */
export async function signCard(ctx: Context, input: SignCardInput): Promise<CardPayload> {
  const claimed = claimedTime(input.actedAt);
  const mine = await lockCard(ctx, input.assignmentId, claimed);
  const { stage } = mine;
  const time = timeOfAct({ ...mine, claimed, now: ctx.now() });
  if (Math.max(1, input.cardVersion) !== Math.max(1, mine.row.version)) throw new Refusal("STALE_VERSION", { field: "cardVersion" });
  const merged = mergeCard(stage.rules.criteria, mine.row, input);
  const isAtOdds = merged.conflicts.length > 0 || merged.notesConflict;
  if (!isAtOdds) refuseUnsignable(ctx, stage.rules, { ...input, marks: merged.marks });
  const row = await writeCard(ctx, mine, merged);
  const answered = { conflicts: merged.conflicts, notesConflict: merged.notesConflict ? merged.notes : null };
  if (isAtOdds) return { card: cardView(ctx, stage, row), ...answered };
  return { card: cardView(ctx, stage, await sign(ctx, row, { ...input, time })), ...answered };
}

/** What a card is to say when it is signed. */
export type Signing = {
  readonly marks: readonly CardMark[];
  readonly outcome: CardOutcome;
  readonly failReasons: readonly string[];
  readonly abstainReason?: string | null | undefined;
};

/** Throws what keeps a card from being signed, all of it together. */
export function refuseUnsignable(
  ctx: Pick<Context, "language">,
  rules: JudgingRules,
  { outcome, failReasons, abstainReason, marks }: Signing,
): void {
  if (outcome === "ABSTAINED") {
    const reason = abstainReason?.trim() ?? "";
    if (reason === "") throw new Refusal("REASON_REQUIRED", { field: "abstainReason" });
    if (reason.length > LIMITS.reasonLength)
      throw new Refusal("TOO_LONG", { field: "abstainReason", values: { max: LIMITS.reasonLength } });
    return;
  }
  const outcomes: readonly CardOutcome[] = rules.mode === "PASS_FAIL" ? ["PASS", "FAIL"] : rules.mode === "SCORES" ? ["SCORED"] : [];
  if (!outcomes.includes(outcome)) throw new Refusal("INVALID_VALUE", { field: "outcome", values: { value: outcome } });
  if (outcome === "FAIL" && failReasons.length === 0) throw new Refusal("REASON_REQUIRED", { field: "failReasons" });
  const unknown = failReasons.filter((code) => !rules.failReasons.some((reason) => reason.code === code));
  refuseAll(unknown.map((value) => new Refusal("UNKNOWN_REFERENCE", { field: "failReasons", values: { value } })));
  refuseAll(rules.criteria.flatMap((criterion) => lackOf(ctx, criterion, marks)));
}

function lackOf(
  ctx: Pick<Context, "language">,
  { code, names, comment }: JudgingRules["criteria"][number],
  marks: readonly CardMark[],
): readonly Refusal[] {
  const mark = marks.find(({ criterion }) => criterion === code);
  const values = { criterion: pickText(names, ctx.language) || code };
  if (!mark || mark.value === null) return [new Refusal("CARD_INCOMPLETE", { field: `marks.${code}`, values })];
  return comment === "REQUIRED" && mark.comment === null ? [new Refusal("COMMENT_REQUIRED", { field: `comments.${code}`, values })] : [];
}

type SignedAs = Pick<SignCardInput, "outcome" | "failReasons" | "abstainReason"> & { readonly time: ActTime };

/** Who abstains gives no marks: those on the draft are taken off, kept in the audit record alone. */
async function sign(ctx: Context, row: WrittenCard, { outcome, failReasons, abstainReason, time }: SignedAs): Promise<WrittenCard> {
  const reasons = outcome === "FAIL" ? [...new Set(failReasons)] : [];
  const why = outcome === "ABSTAINED" ? (abstainReason?.trim() ?? null) : null;
  await sql`update scorecard set state = 'SIGNED', outcome = ${outcome}, fail_reasons = ${reasons}::text[], abstain_reason = ${why},
      signed_at = ${ctx.now()}, acted_at = ${time.actedAt}, in_grace = ${time.inGrace}, asked_again = null, skipped_at = null,
      version = version + 1, updated_at = ${ctx.now()} where id = ${row.cardId}::uuid`.execute(ctx.db);
  if (outcome === "ABSTAINED") await sql`delete from mark where scorecard_id = ${row.cardId}::uuid`.execute(ctx.db);
  const act = outcome === "ABSTAINED" ? "ABSTAIN" : "SIGN";
  const detail = { outcome, marks: outcome === "ABSTAINED" ? {} : marksInEvent(row.marks), failReasons: reasons };
  await addCardEvent(ctx, { cardId: row.cardId, act, actedAt: time.actedAt, reason: why, detail });
  return {
    ...row,
    state: "SIGNED",
    version: row.version + 1,
    outcome,
    failReasons: reasons,
    abstainReason: why,
    signedAt: ctx.now().toISOString(),
    inGrace: time.inGrace,
    fromPaper: false,
    askedAgain: null,
    marks: outcome === "ABSTAINED" ? [] : row.marks,
  };
}
