import type { ReactElement } from "react";
import { CustodyBar } from "../../lib/custody/custody-bar.tsx";
import { CustodyTimeline } from "../../lib/custody/custody-timeline.tsx";
import { SubmitEntry } from "../../lib/custody/submit-entry.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { OpenEntry } from "./entry-frame.tsx";

/** Who has held the entry, and what the reader may do with it now. A draft that only this device has is nobody else's yet. */
export function CustodySlot({ open }: { readonly open: OpenEntry }): ReactElement | null {
  const format = useFormat();
  const { entry, keptAt } = open.known;
  if (entry.local || keptAt !== null) return null;
  const fields = open.check.form.tasks.flatMap((task) => [
    ...task.fields.map(({ key, label }) => ({ key, label: format.text(label) })),
    ...entry.instrument.indicators
      .filter(({ code }) => task.indicators.includes(code))
      .map(({ code, name }) => ({ key: code, label: name })),
  ]);
  return (
    <>
      <CustodyBar entryId={entry.id} fields={fields} onDone={open.work.reload} />
      <CustodyTimeline entryId={entry.id} timeZone={entry.round.timeZone} />
    </>
  );
}

/** Hands the entry in, or says what is still missing. What waits on this device must have arrived first. */
export function SubmitSlot(props: { readonly open: OpenEntry; readonly onMissing: () => void }): ReactElement | null {
  const { known, view, check, work } = props.open;
  const { entry, keptAt } = known;
  if (entry.local || keptAt !== null || !entry.canEdit) return null;
  const missing = check.problems.length > 0 || view.saving !== "saved";
  return <SubmitEntry entryId={entry.id} missing={missing} onMissing={props.onMissing} onDone={work.reload} />;
}
