import { LANGUAGES, type LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { type CellProblem, type Cells, Problems } from "../kernel/imports/importer.ts";
import { TIME_UNITS } from "./service.type.ts";

/** A standard as a row tells it; null is what the row does not say. */
export type StandardRow = {
  readonly inForceFrom: string;
  readonly fee: string | null;
  readonly currency: string | null;
  readonly longestTime: number | null;
  readonly timeUnit: string | null;
};

export type ServiceRow = {
  readonly country: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly deliveredAt: string;
  readonly retiredAt: string | null;
  readonly standard: StandardRow | null;
};

/** Reads one row. Refuses REQUIRED, INVALID_CODE, TOO_LONG, INVALID_DATE, INVALID_NUMBER, INVALID_VALUE. */
export function parseService(cells: Cells, country: string): ServiceRow | Problems {
  const found: CellProblem[] = [];
  const row = {
    country: cells("country").toUpperCase() || country,
    code: cells("code"),
    names: textIn(cells, { name: "name", longest: LIMITS.nameLength }, found),
    descriptions: textIn(cells, { name: "description", longest: LIMITS.descriptionLength }, found),
    deliveredAt: cells("delivered_at").toUpperCase(),
    retiredAt: cells("retired_at") || null,
  };
  if (row.country === "") found.push({ column: "country", code: "REQUIRED" });
  if (row.code === "") found.push({ column: "code", code: "REQUIRED" });
  else if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(row.code)) found.push({ column: "code", code: "INVALID_CODE" });
  if (row.retiredAt && !isDay(row.retiredAt)) found.push({ column: "retired_at", code: "INVALID_DATE" });
  const standard = standardIn(cells, found);
  return found.length > 0 ? new Problems(found) : { ...row, standard };
}

function textIn(cells: Cells, { name, longest }: { readonly name: string; readonly longest: number }, found: CellProblem[]): LocalizedText {
  const text: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const cell = cells(`${name}_${language}`);
    if (cell.length > longest) found.push({ column: `${name}_${language}`, code: "TOO_LONG", values: { max: longest } });
    if (cell !== "") text[language] = cell;
  }
  return text;
}

function standardIn(cells: Cells, found: CellProblem[]): StandardRow | null {
  const [inForceFrom, fee, currency, longestTime, timeUnit] = ["in_force_from", "fee", "currency", "longest_time", "time_unit"].map(cells);
  if (!inForceFrom && !fee && !currency && !longestTime && !timeUnit) return null;
  const refuse = (column: string, code: CellProblem["code"]) => found.push({ column, code });
  if (!inForceFrom) refuse("in_force_from", "REQUIRED");
  else if (!isDay(inForceFrom)) refuse("in_force_from", "INVALID_DATE");
  if (fee && !/^\d{1,12}(\.\d{1,2})?$/.test(fee)) refuse("fee", fee.startsWith("-") ? "NEGATIVE" : "INVALID_NUMBER");
  if (fee && !currency) refuse("currency", "REQUIRED");
  if (currency && !fee) refuse("fee", "REQUIRED");
  if (currency && !/^[A-Z]{3}$/.test(currency)) refuse("currency", "INVALID_CODE");
  if (longestTime && !/^[1-9]\d{0,5}$/.test(longestTime)) refuse("longest_time", "INVALID_NUMBER");
  if (longestTime && !timeUnit) refuse("time_unit", "REQUIRED");
  if (timeUnit && !longestTime) refuse("longest_time", "REQUIRED");
  if (timeUnit && !TIME_UNITS.some((unit) => unit === timeUnit.toUpperCase())) refuse("time_unit", "INVALID_VALUE");
  return {
    inForceFrom: inForceFrom ?? "",
    fee: fee || null,
    currency: currency || null,
    longestTime: longestTime ? Number(longestTime) : null,
    timeUnit: timeUnit?.toUpperCase() || null,
  };
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
