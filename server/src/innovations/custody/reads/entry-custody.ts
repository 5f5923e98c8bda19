import { sql } from "kysely";
import { findable } from "../../../kernel/authorize.ts";
import type { Context } from "../../../kernel/context.ts";
import { checkedId } from "../../../kernel/graphql/ids.ts";
import { type EntryFacts, entryPolicy } from "../../entries/entry.policy.ts";
import { holderOf } from "../../entries/entry-states.ts";
import { actsOpen, custodyPolicy } from "../custody.policy.ts";
import type { EntryCustody } from "../custody.type.ts";
import { holdersOf } from "../reminders/holders.ts";
import { deadlineOf, submissionWindow, whenOf } from "../submission-window.ts";

const MOST_NAMES = 10;

/** The custody of an entry that the asker may see; null when they may not (any more). */
export async function findEntryCustody(ctx: Context, id: string): Promise<EntryCustody | null> {
  const { rows } = await sql<Row>`select e.id, e.kind, e.state, e.version, e.held_since as "heldSince", e.in_grace as "inGrace",
      e.agency_id as "agencyId", e.round_id as "roundId", place.path::text as path
    from entry e join jurisdiction place on place.id = e.jurisdiction_id where e.id = ${checkedId(id)}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row || !entryPolicy.view(ctx.actor, row)) return null;
  const window = findable(await submissionWindow(ctx, row.roundId), () => true);
  const held = { state: row.state, heldSince: new Date(row.heldSince) };
  const holder = holderOf(row.kind, row.state);
  const isOpen = window.roundState === "OPEN" || window.roundState === "DECIDING";
  const names = (await holdersOf(ctx, [row.id], "HOLDER")).map((person) => person.name);
  return {
    ...row,
    ...deadlineOf(window, held),
    opensAt: window.opensAt,
    time: whenOf(window, held, ctx.now()),
    timeZone: window.timeZone,
    holder,
    heldBy: [...new Set(names)].slice(0, MOST_NAMES),
    acts: isOpen ? actsOpen(ctx.actor, row) : [],
    canRemind: isOpen && holder !== null && custodyPolicy.remind(ctx.actor, row),
  };
}

type Row = EntryFacts & { readonly id: string; readonly version: number; readonly heldSince: string; readonly inGrace: boolean };
