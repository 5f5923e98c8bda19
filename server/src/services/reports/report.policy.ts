import { type Actor, hasRoleAt } from "../../kernel/actor.ts";

/** The jurisdiction a report is of, by its dotted path. */
export type ReportPlace = { readonly path: string };

/** Who may do what with monthly reports: sentences over the place the report is of. */
export const reportPolicy = {
  view: (actor: Actor, at: ReportPlace): boolean =>
    hasRoleAt(actor, at.path, "STAFF", "COORDINATOR", "VERIFIER", "AUDITOR", "ADMINISTRATOR"),
  edit: (actor: Actor, at: ReportPlace): boolean => hasRoleAt(actor, at.path, "STAFF", "COORDINATOR", "ADMINISTRATOR"),
  approve: (actor: Actor, at: ReportPlace): boolean => hasRoleAt(actor, at.path, "COORDINATOR", "ADMINISTRATOR"),
  lock: (actor: Actor, at: ReportPlace): boolean => hasRoleAt(actor, countryOf(at.path), "COORDINATOR", "ADMINISTRATOR"),
  reopen: (actor: Actor, at: ReportPlace): boolean => hasRoleAt(actor, at.path, "ADMINISTRATOR"),
};

/** The roles that see the reports of the areas they are granted, for a list's visibility. */
export const REPORT_VIEWERS = ["STAFF", "COORDINATOR", "VERIFIER", "AUDITOR", "ADMINISTRATOR"] as const;

function countryOf(path: string): string {
  return path.split(".", 1)[0] ?? path;
}
