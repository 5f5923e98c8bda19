import { type ServicePerformanceInstrument, servicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { AreaTotals } from "./standing.ts";
import type { Subject } from "./standing-shape.ts";

/** A valid instrument that ranks districts by processing rate alone, with the given changes. */
export function anInstrument(change: object = {}): ServicePerformanceInstrument {
  return servicePerformanceInstrument.parse({
    kind: "SERVICE_PERFORMANCE",
    window: { from: "2022-01", to: "2022-12" },
    reportingLevel: "DISTRICT",
    levels: ["DISTRICT"],
    metrics: [{ metric: "PROCESSING_RATE", weight: 1, normalise: { method: "MIN_MAX" } }],
    ...change,
  });
}

/** A district of province `P`, or of another. */
export function aDistrict(code: string, change: Partial<Subject> = {}): Subject {
  return { id: `id-${code}`, code, name: code, level: "DISTRICT", parentCode: "P", population: 10_000, ...change };
}

/** A complete year of a district that received 100 and processed 50 of them in 2 hours each. */
export function totalsOf(code: string, change: Partial<AreaTotals> = {}): AreaTotals {
  const figures = { carriedOver: 0, received: 100, processed: 50, processedInTime: 40, processingHours: "100", selfApplications: 30 };
  return { code, ...figures, approvedReports: 12, expectedReports: 12, ...change };
}
