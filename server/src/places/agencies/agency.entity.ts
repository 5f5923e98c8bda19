import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../../kernel/refusal.ts";

const AgencySchema = defineEntity({
  name: "AgencyEntity",
  tableName: "agency",
  properties: {
    id: p.uuid().primary(),
    jurisdictionId: p.uuid(),
    code: p.string(),
    name: p.string(),
    names: p.json<LocalizedText>(),
    validFrom: p.string().columnType("date").nullable(),
    validTo: p.string().columnType("date").nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** What of an agency is edited as one. */
export type AgencyFacts = {
  readonly code: string;
  readonly name: string;
  readonly names: LocalizedText;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

/** An office of an area that reports. */
export class AgencyEntity extends AgencySchema.class {
  /** What shall be known of it from now on. Refuses STALE_VERSION. */
  describe(facts: AgencyFacts, change: { readonly version: number; readonly at: Date }): void {
    if (this.version !== change.version) throw new Refusal("STALE_VERSION", { field: "version" });
    this.code = facts.code;
    this.name = facts.name;
    this.names = facts.names;
    this.validFrom = facts.validFrom;
    this.validTo = facts.validTo;
    this.updatedAt = change.at;
  }
}
AgencySchema.setClass(AgencyEntity);
