/**
 * Every reason for which the platform says no. A code is an enum value in both SDLs and has words in three languages in
 * `schema/locales/<language>/refusals.json`; the type of those files is derived from this list.
 */
export const REFUSAL_CODES = [
  // who you are, what you may
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  // the shape of what was sent
  "REQUIRED",
  "TOO_LONG",
  "INVALID_VALUE",
  "INVALID_NUMBER",
  "INVALID_DATE",
  "INVALID_CODE",
  "INVALID_EMAIL",
  "ALREADY_EXISTS",
  "UNKNOWN_REFERENCE",
  "INVALID_CURSOR",
  "PAGE_TOO_LARGE",
  // doing it twice, or too late
  "STALE_VERSION",
  "IDEMPOTENCY_KEY_REUSED",
  "WRONG_STATE",
  "WRONG_ROUND_KIND",
  "LEVELS_WRONG",
  "REASON_REQUIRED",
  "TOO_MANY_ATTEMPTS",
  // people
  "LAST_ADMINISTRATOR",
  "SCOPE_REQUIRED",
  "INVITATION_EXPIRED",
  "PASSWORD_TOO_SHORT",
  // places
  "UNKNOWN_LEVEL",
  "PARENT_LEVEL",
  "PARENT_MISSING",
  "CYCLE",
  "IN_USE",
  // monthly reports
  "NOT_WHOLE",
  "NEGATIVE",
  "FUTURE_MONTH",
  "PROCESSED_EXCEEDS_WAITING",
  "IN_TIME_EXCEEDS_PROCESSED",
  "SELF_EXCEEDS_RECEIVED",
  "HOURS_WITHOUT_PROCESSED",
  "REPORT_LOCKED",
  "REPORT_INCOMPLETE",
  "SERVICE_NOT_DELIVERED_HERE",
  // imports
  "FILE_UNREADABLE",
  "FILE_TOO_LARGE",
  "FILE_KIND",
  "COLUMN_MISSING",
  "COLUMN_UNKNOWN",
  "ROW_TWICE",
  "IMPORT_RUNNING",
  // rounds
  "INSTRUMENT_FROZEN",
  "INVALID_ROUND_FILE",
  "STAGE_ORDER",
  "ROUND_INCOMPLETE",
  // entries
  "TOO_FEW_WORDS",
  "TOO_MANY_WORDS",
  "INVALID_LINK",
  "INDICATOR_REQUIRED",
  "EVIDENCE_REQUIRED",
  "OUTSIDE_WINDOW",
  "ENTERED_TOO_OFTEN",
  "PRIZE_BARS_ENTRY",
  "TITLE_TAKEN",
  "AFFAIR_NOT_ELIGIBLE",
  "STAGE_NOT_ELIGIBLE",
  "FIELD_FROZEN",
  "FORM_FROZEN",
  "SUBMISSION_NOT_OPEN",
  "DEADLINE_PASSED",
  // evidence and verification
  "TOO_MUCH_EVIDENCE",
  "VERIFIED_ALREADY",
  "ANOTHER_VERIFIER",
  "VERIFICATION_INCOMPLETE",
  "NOT_IN_SAMPLE",
  "SAMPLE_DRAWN",
  "NOTHING_TO_SAMPLE",
  // custody
  "ALREADY_REMINDED",
  "NOBODY_TO_REMIND",
  "TRANSLATOR_MISSING",
  "TRANSLATOR_FAILED",
  // decisions and publication
  "OVERRIDE_REASON_REQUIRED",
  "PRIZE_UNDECIDED",
  "NOT_ELIGIBLE",
  "PUBLICATION_EXISTS",
  "EMBARGO_PAST",
  "STANDING_CHANGED",
] as const;

/** A reason for refusal: see {@link REFUSAL_CODES}. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];
