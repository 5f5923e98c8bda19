/** What becomes of judges, stages, cards and entries in judging: words that tables, rules and pages share. */

/** CALIBRATING: a few entries are scored by all first. DISCUSSION: no more marks but by those whom the chair reopened. CLOSED: frozen. */
export const JUDGING_STAGE_STATES = ["SET_UP", "CALIBRATING", "SCORING", "DISCUSSION", "CLOSED"] as const;
export type JudgingStageState = (typeof JUDGING_STAGE_STATES)[number];

export const JUDGE_STATES = ["INVITED", "ACCEPTED", "DECLINED", "LEFT"] as const;
export type JudgeState = (typeof JUDGE_STATES)[number];

export const CARD_STATES = ["DRAFT", "SIGNED", "STOPPED"] as const;
export type CardState = (typeof CARD_STATES)[number];

/** What a signed card says; ABSTAINED counts as a card that gives no score. */
export const CARD_OUTCOMES = ["SCORED", "ABSTAINED", "PASS", "FAIL"] as const;
export type CardOutcome = (typeof CARD_OUTCOMES)[number];

export const ASSIGNMENT_ORIGINS = ["AUTOMATIC", "HAND", "FILE", "CALIBRATION", "REPLACEMENT"] as const;
export type AssignmentOrigin = (typeof ASSIGNMENT_ORIGINS)[number];

export const ASSIGNMENT_ENDS = ["RECUSED", "CONFLICT", "REASSIGNED", "ENTRY_OUT", "JUDGE_LEFT"] as const;
export type AssignmentEnd = (typeof ASSIGNMENT_ENDS)[number];

/** Whether an entry came through a stage. OUT: it is no longer in the round, or the chair took it out. */
export const JUDGED_OUTCOMES = ["ADVANCED", "NOT_ADVANCED", "OUT"] as const;
export type JudgedOutcome = (typeof JUDGED_OUTCOMES)[number];
