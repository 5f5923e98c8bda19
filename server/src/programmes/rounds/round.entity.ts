import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../../kernel/refusal.ts";
import { refuseStale } from "../stale.ts";
import { ROUND_STATES, ROUND_TRANSITIONS, type RoundAct, type RoundState } from "./round-states.ts";

const RoundSchema = defineEntity({
  name: "Round",
  tableName: "round",
  properties: {
    id: p.uuid().primary(),
    programmeId: p.uuid(),
    code: p.string(),
    names: p.json<LocalizedText>(),
    descriptions: p.json<LocalizedText>(),
    jurisdictionId: p.uuid(),
    timeZone: p.string(),
    state: p.enum([...ROUND_STATES]).$type<RoundState>(),
    illustrative: p.boolean(),
    openedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Where a round is held and in which zone its dates are shown. */
export type RoundFrame = { readonly jurisdictionId: string; readonly timeZone: string; readonly illustrative: boolean };

/** An edition of a programme. Its stages and instrument are edited under its version. */
export class Round extends RoundSchema.class {
  /** Takes the next step. Refuses WRONG_STATE from anywhere but where the step begins. */
  step(act: RoundAct, at: Date): void {
    const { from, to } = ROUND_TRANSITIONS[act];
    if (this.state !== from) throw new Refusal("WRONG_STATE", { values: { state: this.state } });
    this.state = to;
    if (to === "OPEN") this.openedAt = at;
    this.updatedAt = at;
  }

  /** Notes that something of the round is being changed now. Refuses STALE_VERSION, and WRONG_STATE once it is published. */
  touch(change: { readonly version: number; readonly at: Date }): void {
    refuseStale(this, change);
    if (this.state === "PUBLISHED") throw new Refusal("WRONG_STATE", { values: { state: this.state } });
    this.updatedAt = change.at;
  }

  /** Moves it to another place or zone, or marks its figures. Refuses WRONG_STATE for a change once it is open. */
  frameIn(frame: RoundFrame): void {
    const same =
      frame.jurisdictionId === this.jurisdictionId && frame.timeZone === this.timeZone && frame.illustrative === this.illustrative;
    if (same) return;
    if (this.state !== "DRAFT") throw new Refusal("WRONG_STATE", { values: { state: this.state } });
    this.jurisdictionId = frame.jurisdictionId;
    this.timeZone = frame.timeZone;
    this.illustrative = frame.illustrative;
  }

  /** Whether its rules are fixed: what changes from now on needs a reason. */
  isOpened(): boolean {
    return this.state !== "DRAFT";
  }
}
RoundSchema.setClass(Round);
