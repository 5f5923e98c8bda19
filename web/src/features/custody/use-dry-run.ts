import { useEffect, useState } from "react";
import { useAct } from "../../lib/apollo/use-act.ts";
import { BULK_CUSTODY } from "../../lib/custody/custody-documents.ts";
import type { Failure } from "../../lib/refusals/failure.ts";
import { type BulkActName, type BulkOutcome, type BulkTarget, inputOf } from "./bulk-target.ts";

/** What would happen; `asOf` when all that match were looked for. */
export type DryRun = { readonly outcomes: readonly BulkOutcome[]; readonly asOf: string | null; readonly failure: Failure | null };

/** Asks the server what would happen; a reason that is not written yet stands for itself. Null until it has answered. */
export function useDryRun(act: BulkActName, on: BulkTarget): DryRun | null {
  const { act: run, failure } = useAct(BULK_CUSTODY);
  const [answer, setAnswer] = useState<Omit<DryRun, "failure"> | null>(null);
  const question = JSON.stringify({ act, on });
  useEffect(() => {
    let isCurrent = true;
    const asked = JSON.parse(question) as { act: BulkActName; on: BulkTarget };
    void run({ input: { act: asked.act, ...inputOf(asked.on), dryRun: true } }).then((data) => {
      if (isCurrent) setAnswer({ outcomes: data?.bulkCustody.outcomes ?? [], asOf: data?.bulkCustody.asOf ?? null });
    });
    return () => {
      isCurrent = false;
    };
  }, [question, run]);
  return answer && { ...answer, failure };
}
