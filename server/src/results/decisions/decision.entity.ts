import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../../kernel/refusal.ts";
import { DECISION_KINDS, type DecisionKind } from "./load-decisions.ts";

const DecisionSchema = defineEntity({
  name: "Decision",
  tableName: "decision",
  properties: {
    id: p.uuid().primary(),
    roundId: p.uuid(),
    kind: p.enum([...DECISION_KINDS]).$type<DecisionKind>(),
    prize: p.string().nullable(),
    place: p.integer().nullable(),
    withinId: p.uuid().nullable(),
    subjectId: p.uuid(),
    proposedSubjectId: p.uuid().nullable(),
    reason: p.string().nullable(),
    note: p.json<LocalizedText>().nullable(),
    decidedBy: p.uuid().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** What a decision says, its areas by id. */
export type DecisionContent = {
  readonly kind: DecisionKind;
  readonly prize: string | null;
  readonly place: number | null;
  readonly withinId: string | null;
  readonly subjectId: string;
  /** Whom the rule proposes; null where it proposes nobody. */
  readonly proposedSubjectId: string | null;
  readonly reason: string | null;
  readonly note: LocalizedText | null;
};

/** A decision the chair has staged and can still change; it takes effect when results are published. */
export class Decision extends DecisionSchema.class {
  /** Says something else from now on. Refuses STALE_VERSION, and WRONG_STATE for another kind. */
  restate(content: DecisionContent, change: { readonly version: number; readonly by: string | null; readonly at: Date }): void {
    this.refuseOther(change.version);
    if (this.kind !== content.kind) throw new Refusal("INVALID_VALUE", { field: "kind", values: { value: content.kind } });
    Object.assign(this, content, { decidedBy: change.by, updatedAt: change.at });
  }

  /** Refuses STALE_VERSION when somebody was quicker. */
  refuseOther(version: number): void {
    if (this.version !== version) throw new Refusal("STALE_VERSION", { field: "version" });
  }
}
DecisionSchema.setClass(Decision);
