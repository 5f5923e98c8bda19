import { z } from "zod";
import { type InnovationIndexInstrument, innovationIndexInstrument } from "./innovation-index-instrument.ts";
import { type JuryInstrument, juryInstrument } from "./jury-instrument.ts";
import { servicePerformanceInstrument } from "./service-performance-instrument.ts";

/** How a round scores, whichever kind of round it is: told apart by `kind`. */
export const anyInstrument = z.discriminatedUnion("kind", [servicePerformanceInstrument, innovationIndexInstrument, juryInstrument]);

/** A checked definition of either kind, defaults filled in. */
export type AnyInstrument = z.infer<typeof anyInstrument>;
/** What kinds of rounds there are. */
export type InstrumentKind = AnyInstrument["kind"];
/** Every kind, in the order in which they came. */
export const INSTRUMENT_KINDS = ["SERVICE_PERFORMANCE", "INNOVATION_INDEX", "JURY"] as const satisfies readonly InstrumentKind[];
/** The kinds whose rounds take entries. */
export const ENTRY_KINDS_OF_ROUND = ["INNOVATION_INDEX", "JURY"] as const satisfies readonly InstrumentKind[];

/** An instrument of a round that takes entries. */
export type EntryInstrument = InnovationIndexInstrument | JuryInstrument;

/** Whether a round with this instrument takes entries. */
export function takesEntries(instrument: AnyInstrument | null | undefined): instrument is EntryInstrument {
  return instrument?.kind === "INNOVATION_INDEX" || instrument?.kind === "JURY";
}

/** What a round that takes entries says of them: a jury round claims no rows. */
export type EntryRules = Pick<
  InnovationIndexInstrument,
  "affairs" | "custody" | "eligibility" | "groups" | "innovation" | "regional" | "verification"
> & {
  /** Levels whose areas claim rows of their own; none in a jury round. */
  readonly levels: readonly string[];
};

/** The rules for entries of an instrument that takes them. */
export function entryRulesOf(instrument: EntryInstrument): EntryRules {
  return instrument.kind === "INNOVATION_INDEX" ? instrument : { ...instrument, groups: [], innovation: [], regional: [], levels: [] };
}
