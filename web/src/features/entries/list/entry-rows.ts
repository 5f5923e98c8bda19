import type { EntriesQuery, Role } from "../../../gql/graphql.ts";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";

/** A line of the list, whether the server told it or the device has kept it. */
export type EntryLine = {
  readonly id: string;
  readonly kind: KnownEntry["kind"];
  readonly title: string;
  readonly state: KnownEntry["state"];
  readonly holder: Role | null;
  readonly heldSince: string | null;
  readonly office: string | null;
  readonly place: string;
  /** Begun here and not with the server yet. */
  readonly onlyHere: boolean;
  /** A draft that the reader may delete now. */
  readonly canDelete: boolean;
};

/** A line of what the server told. */
export function lineOf(entry: EntriesQuery["entries"]["nodes"][number]): EntryLine {
  const { id, kind, title, state, holder, heldSince, agency, region } = entry;
  return {
    id,
    kind,
    title,
    state,
    holder,
    heldSince,
    office: agency?.name ?? null,
    place: region.name,
    onlyHere: false,
    canDelete: entry.viewerCan.delete,
  };
}

/** A line of what this device has kept. */
export function lineOfKept(entry: KnownEntry): EntryLine {
  const { id, kind, title, state, heldSince, agency, place } = entry;
  const holder = state === "DRAFT" || state === "RETURNED" ? (kind === "REGIONAL" ? "COORDINATOR" : "STAFF") : null;
  return {
    id,
    kind,
    title,
    state,
    holder,
    heldSince,
    office: agency?.name ?? null,
    place: place.name,
    onlyHere: entry.local !== undefined,
    canDelete: false,
  };
}
