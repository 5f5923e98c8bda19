import { z } from "zod";
import { innovationIndexInstrument } from "./innovation-index-instrument.ts";
import { servicePerformanceInstrument } from "./service-performance-instrument.ts";

/** How a round scores, whichever kind of round it is: told apart by `kind`. */
export const anyInstrument = z.discriminatedUnion("kind", [servicePerformanceInstrument, innovationIndexInstrument]);

/** A checked definition of either kind, defaults filled in. */
export type AnyInstrument = z.infer<typeof anyInstrument>;
/** What kinds of rounds there are. */
export type InstrumentKind = AnyInstrument["kind"];
/** Every kind, in the order in which they came. */
export const INSTRUMENT_KINDS = ["SERVICE_PERFORMANCE", "INNOVATION_INDEX"] as const satisfies readonly InstrumentKind[];
