import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { Refusal } from "../kernel/refusal.ts";

const JurisdictionSchema = defineEntity({
  name: "JurisdictionEntity",
  tableName: "jurisdiction",
  properties: {
    id: p.uuid().primary(),
    country: p.string(),
    level: p.string(),
    code: p.string(),
    name: p.string(),
    names: p.json<LocalizedText>(),
    parentId: p.uuid().nullable(),
    path: p.string().columnType("ltree"),
    population: p.integer().nullable(),
    validFrom: p.string().columnType("date").nullable(),
    validTo: p.string().columnType("date").nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** What of an area is edited as one. */
export type JurisdictionFacts = {
  readonly name: string;
  readonly names: LocalizedText;
  readonly population: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

/** An area in its country's tree. `path` is its country's and ancestors' codes down to its own, as labels. */
export class JurisdictionEntity extends JurisdictionSchema.class {
  /** Refuses STALE_VERSION when somebody has changed it since. */
  refuseStale(version: number): void {
    if (this.version !== version) throw new Refusal("STALE_VERSION", { field: "version" });
  }

  /** Takes over what was edited. */
  describe(facts: JurisdictionFacts, at: Date): void {
    this.name = facts.name;
    this.names = facts.names;
    this.population = facts.population;
    this.validFrom = facts.validFrom;
    this.validTo = facts.validTo;
    this.updatedAt = at;
  }
}
JurisdictionSchema.setClass(JurisdictionEntity);
