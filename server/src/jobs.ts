import type { Job } from "./kernel/jobs/jobs.ts";
import { deliverEvent } from "./kernel/outbox.ts";

/** Every kind of background work that this process does. */
export const jobs: readonly Job<never>[] = [deliverEvent];
