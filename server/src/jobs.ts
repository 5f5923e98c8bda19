import { remindCustodyJob } from "./innovations/custody/reminders/remind-custody.ts";
import { forgetContents } from "./innovations/evidence/forget-contents.ts";
import { scanEvidence } from "./innovations/evidence/scan-evidence.ts";
import { tidyEvidence } from "./innovations/evidence/tidy-evidence.ts";
import { foldTouchesJob } from "./innovations/index/fold-touches.ts";
import { watchConflictsJob } from "./judging/conflicts/watch-conflicts.ts";
import { removeExpiredUploadsJob } from "./kernel/files/remove-expired-uploads.ts";
import { importJob } from "./kernel/imports/import-job.ts";
import type { Job } from "./kernel/jobs/jobs.ts";
import { deliverEvent } from "./kernel/outbox.ts";
import { sendLetter } from "./mail/send-letter.ts";
import { announcePublication } from "./results/publications/announce-publication.ts";
import { refreshOutliersJob } from "./services/reports/refresh-outliers.ts";

/** Every kind of background work that this process does. */
export const jobs: readonly Job<never>[] = [
  announcePublication,
  deliverEvent,
  foldTouchesJob,
  forgetContents,
  importJob,
  refreshOutliersJob,
  remindCustodyJob,
  removeExpiredUploadsJob,
  scanEvidence,
  sendLetter,
  tidyEvidence,
  watchConflictsJob,
];
