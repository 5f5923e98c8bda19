import type { LocalizedText } from "@isonga/schema/languages";
import { defineEntity, p } from "@mikro-orm/core";
import { refuseStale } from "./stale.ts";

const ProgrammeSchema = defineEntity({
  name: "Programme",
  tableName: "programme",
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    country: p.string(),
    names: p.json<LocalizedText>(),
    descriptions: p.json<LocalizedText>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** An award scheme of a country, held in rounds. */
export class Programme extends ProgrammeSchema.class {
  /** Names and descriptions as now wanted. Refuses STALE_VERSION. */
  describe(change: {
    readonly version: number;
    readonly names: LocalizedText;
    readonly descriptions: LocalizedText;
    readonly at: Date;
  }): void {
    refuseStale(this, change);
    this.names = change.names;
    this.descriptions = change.descriptions;
    this.updatedAt = change.at;
  }
}
ProgrammeSchema.setClass(Programme);
