import type { Language } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../../kernel/refusal.ts";
import { ENTRY_KINDS, ENTRY_STATES, type EntryAct, type EntryKind, type EntryState, transitionsOf } from "./entry-states.ts";

const EntrySchema = defineEntity({
  name: "Entry",
  tableName: "entry",
  properties: {
    id: p.uuid().primary(),
    roundId: p.uuid(),
    kind: p.enum([...ENTRY_KINDS]).$type<EntryKind>(),
    jurisdictionId: p.uuid(),
    agencyId: p.uuid().nullable(),
    innovationId: p.uuid().nullable(),
    formId: p.uuid().nullable(),
    instrumentId: p.uuid(),
    title: p.string(),
    language: p.string().$type<Language>(),
    state: p.enum([...ENTRY_STATES]).$type<EntryState>(),
    heldSince: p.datetime(),
    submittedAt: p.datetime().nullable(),
    inGrace: p.boolean(),
    copiedFromId: p.uuid().nullable(),
    sampled: p.boolean(),
    createdBy: p.uuid().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** An innovation's part in one round, or a region's own rows in it, bound to the form and the instrument it began with. */
export class Entry extends EntrySchema.class {
  /** Takes a step of custody; answers the state it left. Refuses WRONG_STATE from anywhere but where the step begins. */
  step(act: EntryAct, at: Date): EntryState {
    const { from, to } = transitionsOf(this.kind)[act];
    const before = this.state;
    if (!from.includes(before)) throw new Refusal("WRONG_STATE", { values: { state: before } });
    this.state = to;
    this.heldSince = at;
    this.updatedAt = at;
    if (act === "submit") this.submittedAt ??= at;
    if (act === "resume") this.submittedAt = null;
    return before;
  }
}
EntrySchema.setClass(Entry);
