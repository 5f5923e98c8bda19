import type { Feature, PageModule } from "./feature.ts";

/** One of the small dialogs about judges, which come in one file. */
export const judgesDialog = (name: keyof typeof import("../features/judges/dialogs.ts")) => (): Promise<PageModule> =>
  import("../features/judges/dialogs.ts").then((dialogs) => ({ Component: dialogs[name] }));

/** The pages about the judges of a round, for who leads its judging. */
export const JUDGES_FEATURES: readonly Feature[] = [
  {
    path: "rounds/:code/judges",
    load: () => import("../features/judges/round/judges.page.tsx"),
    phrases: ["judges"],
    children: [
      { path: "invite", load: judgesDialog("Invite") },
      { path: ":judgeId/seat", load: judgesDialog("Seat") },
      { path: ":judgeId/resend", load: judgesDialog("Resend") },
      { path: ":judgeId/pin", load: judgesDialog("Pin") },
      { path: ":judgeId/replace", load: judgesDialog("ReplaceWhole") },
      { path: ":judgeId/leave", load: judgesDialog("LeaveRound") },
    ],
  },
  {
    path: "rounds/:code/judges/conflicts",
    load: () => import("../features/judges/conflicts/conflicts.page.tsx"),
    phrases: ["judges"],
    children: [
      { path: "clear/:judgeId/:entryId", load: judgesDialog("Clear") },
      { path: "lift/:conflictId", load: judgesDialog("Lift") },
    ],
  },
  {
    path: "rounds/:code/judges/replacements",
    load: () => import("../features/judges/round/replacements.page.tsx"),
    phrases: ["judges"],
    children: [{ path: ":assignmentId", load: () => import("../features/judges/round/replace.dialog.tsx") }],
  },
];
