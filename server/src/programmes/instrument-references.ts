import type { RefusalCode } from "@isonga/schema/refusal-codes";
import { type DefinitionProblem, pathText } from "./definition-problems.ts";
import type { AnyInstrument } from "./instrument.ts";
import type { ServicePerformanceInstrument } from "./service-performance-instrument.ts";

/** What an instrument may refer to in its round's country. */
export interface KnownReferences {
  /** Levels with their position in the tree, the country's own the smallest. */
  readonly levels: readonly { readonly code: string; readonly position: number }[];
  /** Codes of the services that the reporting level delivers; nothing to an innovation index. */
  readonly services: readonly string[];
}

/**
 * What an instrument names that is not there, or stands the wrong way round in the tree: a ranked level below the one that
 * reports has no figures, and a prize is given within a level above its own. Paths are relative to the instrument.
 */
export function checkInstrumentReferences(instrument: AnyInstrument, known: KnownReferences): DefinitionProblem[] {
  const positions = new Map(known.levels.map((level) => [level.code, level.position]));
  const problems: DefinitionProblem[] = [];
  const refuse: Refuse = (code, path, value) => problems.push({ code, field: pathText(path), values: { value } });
  if (instrument.kind === "SERVICE_PERFORMANCE") checkReporting(instrument, { positions, services: known.services, refuse });
  if (instrument.kind !== "JURY") checkLevels(instrument, positions, refuse);
  checkPrizes(instrument, positions, refuse);
  return problems;
}

type Refuse = (code: RefusalCode, path: readonly (string | number)[], value: string) => void;
type Positions = ReadonlyMap<string, number>;
type Reporting = { readonly positions: Positions; readonly services: readonly string[]; readonly refuse: Refuse };

function checkReporting(instrument: ServicePerformanceInstrument, { positions, services, refuse }: Reporting): void {
  if (!positions.has(instrument.reportingLevel)) refuse("UNKNOWN_LEVEL", ["reportingLevel"], instrument.reportingLevel);
  for (const [index, service] of (instrument.services === "ALL" ? [] : instrument.services).entries())
    if (!services.includes(service)) refuse("UNKNOWN_REFERENCE", ["services", index], service);
}

function checkLevels(instrument: AnyInstrument, positions: Positions, refuse: Refuse): void {
  const reporting = instrument.kind === "SERVICE_PERFORMANCE" ? positions.get(instrument.reportingLevel) : undefined;
  for (const [index, level] of instrument.levels.entries()) {
    const position = positions.get(level);
    if (position === undefined) refuse("UNKNOWN_LEVEL", ["levels", index], level);
    else if (reporting !== undefined && position > reporting) refuse("INVALID_VALUE", ["levels", index], level);
  }
}

function checkPrizes({ prizes }: AnyInstrument, positions: Positions, refuse: Refuse): void {
  for (const [index, { level, scope }] of prizes.entries()) {
    if (scope.kind !== "WITHIN_EACH") continue;
    const within = positions.get(scope.level);
    if (within === undefined) refuse("UNKNOWN_LEVEL", ["prizes", index, "scope", "level"], scope.level);
    else if (within >= (positions.get(level) ?? Number.POSITIVE_INFINITY))
      refuse("INVALID_VALUE", ["prizes", index, "scope", "level"], scope.level);
  }
}
