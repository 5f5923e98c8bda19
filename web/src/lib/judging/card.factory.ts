import type { KeptCard, KnownCard, KnownQueue } from "./known-card.ts";

/** A card on which nothing was written, of a stage with two criteria. */
export function keptCard(card: Partial<KnownCard> = {}, kept: Partial<KeptCard> = {}): KeptCard {
  return {
    card: {
      id: "a1",
      stageId: "s1",
      entry: { reference: "E01", title: null, agency: null, jurisdiction: null, language: "id", sections: [] },
      state: "DRAFT",
      version: 1,
      skipped: false,
      items: {},
      outcome: null,
      failReasons: [],
      abstainReason: null,
      signedAt: null,
      inGrace: false,
      fromPaper: false,
      askedAgain: null,
      calibration: false,
      others: null,
      can: { mark: true, sign: true, abstain: true, recuse: true },
      ...card,
    },
    keptAt: null,
    conflicts: {},
    own: {},
    chosen: {},
    draft: null,
    stuck: null,
    unsigned: [],
    ...kept,
  };
}

/** A queue of entries with these states, `a1`, `a2`, … */
export function knownQueue(...states: readonly string[]): KnownQueue {
  return {
    stage: {
      id: "s1",
      code: "desk",
      name: "Desk",
      state: "SCORING",
      endsAt: "2026-08-01T00:00:00Z",
      graceMinutes: 60,
      timeZone: "Asia/Jakarta",
      roundName: "Round",
      takesMarks: true,
      othersWhen: "NEVER",
      feedback: "NONE",
    },
    rubric: { mode: "SCORES", criteria: [], failReasons: [] },
    items: states.map((state, index) => ({
      id: `a${index + 1}`,
      reference: `E0${index + 1}`,
      title: null,
      state,
      position: index + 1,
      calibration: false,
      marked: 0,
      askedAgain: null,
      endedBecause: null,
    })),
    comparisons: [],
  };
}
