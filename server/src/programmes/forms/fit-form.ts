import { COPIED, type EntryForm, type FormTask } from "@isonga/schema/entry-form";
import type { LocalizedText } from "@isonga/schema/languages";
import type { Indicator } from "../innovation-index-instrument.ts";
import type { EntryRules } from "../instrument.ts";
import { CHANGE_FIELDS, REVIEW_TASKS } from "./default-form.ts";

/** What of an instrument a form rests upon. */
export type FormGround = Pick<EntryRules, "groups" | "innovation" | "regional">;

/**
 * The form of an entry of this kind under an instrument: rows that the instrument does not have are left out, rows that no task asks for
 * are added, so that form and instrument may be revised apart; and every form asks of a copy what has changed.
 */
export function fitForm(form: EntryForm, ground: FormGround, kind: "INNOVATION" | "REGIONAL"): EntryForm {
  if (kind === "REGIONAL")
    return { tasks: fitted(form.regional ?? [...indicatorTasks(ground.regional, ground), ...REVIEW_TASKS], ground.regional, ground) };
  return { tasks: askingChanges(fitted(form.tasks, ground.innovation, ground)) };
}

/** What has changed is asked in the first task, where no other asks it. */
function askingChanges(tasks: readonly FormTask[]): readonly FormTask[] {
  const keys = CHANGE_FIELDS.map(({ key }) => key);
  const asks = tasks.some(({ fields }) => fields.some(({ key, when }) => when?.field === COPIED || keys.includes(key)));
  return asks ? tasks : tasks.map((task, at) => (at === 0 ? { ...task, fields: [...task.fields, ...CHANGE_FIELDS] } : task));
}

/** One task a group of rows, in the catalogue's order. */
export function indicatorTasks(rows: readonly Indicator[], { groups }: Pick<FormGround, "groups">): readonly FormTask[] {
  const codes = [...new Set(rows.map((row) => row.group ?? null))];
  return codes.map((code) => {
    const named = groups.find((group) => group.code === code);
    return {
      code: `rows-${slugOf(code ?? "other")}`,
      title: named?.names ?? OTHER_ROWS,
      fields: [],
      indicators: rows.filter((row) => (row.group ?? null) === code).map((row) => row.code),
    };
  });
}

const OTHER_ROWS: LocalizedText = { en: "Indicators", rw: "Ibipimo", id: "Indikator" };

function fitted(tasks: readonly FormTask[], rows: readonly Indicator[], ground: Pick<FormGround, "groups">): readonly FormTask[] {
  const known = new Set(rows.map(({ code }) => code));
  const asked = new Set(tasks.flatMap(({ indicators }) => indicators));
  const kept = tasks.map((task) => ({ ...task, indicators: task.indicators.filter((code) => known.has(code)) }));
  const more = indicatorTasks(
    rows.filter(({ code }) => !asked.has(code)),
    ground,
  );
  const codes = new Set(kept.map(({ code }) => code));
  const added = more.map((task) => (codes.has(task.code) ? { ...task, code: `${task.code}-2` } : task));
  const end = kept.findIndex(({ last }) => last);
  return end === -1 ? [...kept, ...added] : [...kept.slice(0, end), ...added, ...kept.slice(end)];
}

function slugOf(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
