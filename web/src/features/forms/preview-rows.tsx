import type { FormTask } from "@isonga/schema/entry-form";
import type { ReactElement } from "react";
import { type KnownInstrument, rowsOf } from "../../lib/entries/known-entry.ts";

/** The rows that a task claims, by name. */
export function EntryRows(props: { readonly instrument: KnownInstrument; readonly task: FormTask }): ReactElement | null {
  const rows = rowsOf(props.instrument, props.task);
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ code, name }) => (
        <li key={code}>{name}</li>
      ))}
    </ul>
  );
}
