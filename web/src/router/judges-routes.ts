import type { Feature } from "./feature.ts";

/** The pages about the judges of a round, for who leads its judging. */
export const JUDGES_FEATURES: readonly Feature[] = [
  {
    path: "rounds/:code/judges",
    load: () => import("../features/judges/round/judges.page.tsx"),
    phrases: ["judges"],
    children: [
      { path: "invite", load: () => import("../features/judges/round/invite.dialog.tsx") },
      { path: ":judgeId/seat", load: () => import("../features/judges/round/seat.dialog.tsx") },
      { path: ":judgeId/resend", load: () => import("../features/judges/round/resend.dialog.tsx") },
      { path: ":judgeId/pin", load: () => import("../features/judges/conflicts/pin.dialog.tsx") },
      { path: ":judgeId/leave", load: () => import("../features/judges/round/leave.dialog.tsx") },
    ],
  },
  {
    path: "rounds/:code/judges/conflicts",
    load: () => import("../features/judges/conflicts/conflicts.page.tsx"),
    phrases: ["judges"],
    children: [
      { path: "clear/:judgeId/:entryId", load: () => import("../features/judges/conflicts/clear.dialog.tsx") },
      { path: "lift/:conflictId", load: () => import("../features/judges/conflicts/lift.dialog.tsx") },
    ],
  },
  {
    path: "rounds/:code/judges/replacements",
    load: () => import("../features/judges/round/replacements.page.tsx"),
    phrases: ["judges"],
    children: [{ path: ":assignmentId", load: () => import("../features/judges/round/replace.dialog.tsx") }],
  },
];
