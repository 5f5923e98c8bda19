import { defineEntity, p } from "@mikro-orm/core";
import type { AnyInstrument } from "../instrument.ts";

const InstrumentSchema = defineEntity({
  name: "Instrument",
  tableName: "instrument",
  properties: {
    id: p.uuid().primary(),
    roundId: p.uuid(),
    number: p.integer(),
    kind: p.string(),
    definition: p.json<AnyInstrument>(),
    reason: p.string().nullable(),
    frozenAt: p.datetime().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});

/** One version of how a round scores. Once frozen, the database keeps it as it is. */
export class Instrument extends InstrumentSchema.class {}
InstrumentSchema.setClass(Instrument);
