import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { STAGE_KINDS } from "../round-file.ts";
import type { StageState } from "./round-states.ts";

export type StageKind = (typeof STAGE_KINDS)[number];

const StageSchema = defineEntity({
  name: "Stage",
  tableName: "stage",
  properties: {
    id: p.uuid().primary(),
    roundId: p.uuid(),
    code: p.string(),
    kind: p.enum([...STAGE_KINDS]).$type<StageKind>(),
    position: p.integer(),
    names: p.json<LocalizedText>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    graceMinutes: p.integer(),
  },
});

/** A dated step of a round: instants, shown in the round's zone. */
export class Stage extends StageSchema.class {}
StageSchema.setClass(Stage);

/** Where a stage stands at an instant: its end is no more part of it. */
export function stageState(stage: { readonly startsAt: Date; readonly endsAt: Date }, at: Date): StageState {
  if (at < stage.startsAt) return "UPCOMING";
  return at < stage.endsAt ? "CURRENT" : "PAST";
}
