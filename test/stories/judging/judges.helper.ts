import type { JudgingWorld } from "../../world/judging-world.ts";

/** Letters that were written, the oldest first: to whom, of which kind, what they say. */
export type Written = {
  readonly recipient: string;
  readonly kind: string;
  readonly language: string;
  readonly subject: string;
  readonly body_text: string;
};

/** The letters of these kinds. */
export function letters(made: JudgingWorld, ...kinds: readonly string[]): Promise<readonly Written[]> {
  return made.sql<Written>(
    "select recipient, kind, language, subject, body_text from letter where kind = any($1) order by created_at, id",
    [kinds],
  );
}

/** Waits until nothing that was told rightwards is left to be handled. */
export async function eventsHandled(made: JudgingWorld): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const [row] = await made.sql<{ left: number }>("select count(*)::int as left from outbox_event where delivered_at is null");
    if (row?.left === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("events are not handled");
}

export const INVITE = `mutation ($input: InviteJudgesInput!) { inviteJudges(input: $input) {
  refusals { code field values } dryRun done lines { line name email isNew refusal { code } } } }`;
export const JUDGES = `query ($roundId: ID!, $first: Int, $after: String, $waiting: Boolean) { judges(roundId: $roundId, first: $first, after: $after, waiting: $waiting) {
  nodes { id code name email state waiting seats { stage panel } load { assigned signed ended } version viewerCan { lead resend } }
  pageInfo { hasNextPage endCursor } } }`;
export const JUDGESHIPS = `{ judgeships { id code state conduct conductVersion conductDue noTies ties { kind what } expertise languages version
  expertiseChoices { code name } stages { stageId name total signed } round { id name } } }`;
export const ACCEPT = `mutation ($input: AcceptJudgingInput!) { acceptJudging(input: $input) {
  refusals { code field values } judgeship { id state version conductDue ties { kind what } stages { total signed } } } }`;
export const DECLINE = "mutation ($input: DeclineJudgingInput!) { declineJudging(input: $input) { refusals { code field } } }";
export const RESEND =
  "mutation ($input: ResendJudgeInput!) { resendJudgeInvitation(input: $input) { refusals { code field } judge { state } } }";
export const SEAT = `mutation ($input: SeatJudgeInput!) { seatJudge(input: $input) { refusals { code field values } judge { version waiting capacity seats { stage panel } } } }`;
export const LEAVE =
  "mutation ($input: LeaveJudgingInput!) { leaveJudging(input: $input) { refusals { code field } judge { state } ended } }";
export const RECUSE = "mutation ($input: RecuseInput!) { recuse(input: $input) { refusals { code field values } assignmentId } }";
export const VACANCIES =
  "query ($roundId: ID!) { judgeVacancies(roundId: $roundId) { assignmentId stageId entryId reference judge end reason judges needed } }";
export const REPLACEMENTS = `query ($stageId: ID!, $entryId: ID!) { replacements(stageId: $stageId, entryId: $entryId) {
  judgeId code waiting knowsAffair readsLanguage load capacity } }`;
export const REPLACE = `mutation ($input: ReplaceJudgeInput!) { replaceJudge(input: $input) {
  refusals { code field } done outcomes { reference refusal { code values } } } }`;
export const PIN = "mutation ($input: PinConflictInput!) { pinConflict(input: $input) { refusals { code field } stopped } }";
export const CLEAR = "mutation ($input: ClearConflictInput!) { clearConflict(input: $input) { refusals { code field } stopped } }";
export const LIFT = "mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { refusals { code field } stopped } }";
export const DECLARE = "mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) { refusals { code field } stopped } }";
export const PAIRS = `query ($roundId: ID!, $judgeId: ID, $origin: ConflictOrigin, $first: Int, $after: String) {
  conflictingPairs(roundId: $roundId, judgeId: $judgeId, origin: $origin, first: $first, after: $after) {
    nodes { judgeCode reference kind origin detail } pageInfo { hasNextPage endCursor } } }`;
export const STATEMENTS = `query ($roundId: ID!) { conflictStatements(roundId: $roundId) {
  nodes { id judgeCode origin kind place agency entry note by liftedAt liftedReason } } }`;
