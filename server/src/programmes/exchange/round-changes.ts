import type { RoundFile } from "../round-file.ts";

/** What an import would do at one place of the file: `path` is such as `round.stages[0].endsAt`; values as in the file. */
export type RoundFileChange = {
  readonly kind: "NEW" | "CHANGED" | "REMOVED";
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between what is there and a file, place by place, in the order of the file. Both in canonical form. */
export function roundFileChanges(before: Partial<RoundFile>, after: RoundFile): readonly RoundFileChange[] {
  const old = new Map(leavesOf(before, ""));
  const wanted = new Map(leavesOf(after, ""));
  const changes: RoundFileChange[] = [];
  for (const [path, value] of wanted) {
    const was = old.get(path);
    if (was === undefined) changes.push({ kind: "NEW", path, before: null, after: value });
    else if (was !== value) changes.push({ kind: "CHANGED", path, before: was, after: value });
  }
  for (const [path, value] of old) if (!wanted.has(path)) changes.push({ kind: "REMOVED", path, before: value, after: null });
  return changes;
}

function leavesOf(value: unknown, path: string): (readonly [path: string, value: string])[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path === "" ? key : `${path}.${key}`));
  return value === undefined ? [] : [[path, String(value)]];
}
