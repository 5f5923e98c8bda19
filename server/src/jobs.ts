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
  importJob,
  refreshOutliersJob,
  removeExpiredUploadsJob,
  sendLetter,
];
