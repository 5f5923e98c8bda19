/** What becomes of a round, in order. */
export const ROUND_STATES = ["DRAFT", "OPEN", "DECIDING", "PUBLISHED"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** The acts that move a round on. */
export type RoundAct = "open" | "beginDecision" | "publish";

/** From where each act leads where. */
export const ROUND_TRANSITIONS: Readonly<Record<RoundAct, { readonly from: RoundState; readonly to: RoundState }>> = {
  open: { from: "DRAFT", to: "OPEN" },
  beginDecision: { from: "OPEN", to: "DECIDING" },
  publish: { from: "DECIDING", to: "PUBLISHED" },
};

/** What a round still needs before it can open. */
export const ROUND_GAPS = [
  "REPORTING_STAGE",
  "SUBMISSION_STAGE",
  "VERIFICATION_STAGE",
  "JUDGING_STAGE",
  "PUBLICATION_STAGE",
  "INSTRUMENT",
] as const;
export type RoundGap = (typeof ROUND_GAPS)[number];

/** Where a stage stands at an instant. */
export const STAGE_STATES = ["UPCOMING", "CURRENT", "PAST"] as const;
export type StageState = (typeof STAGE_STATES)[number];
