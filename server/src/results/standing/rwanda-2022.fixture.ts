import { parse } from "csv-parse/sync";
import { sharedData } from "../../../../test/world/shared-data.ts";
import type { CountedReport } from "../../services/performance.ts";
import type { Subject } from "./standing-shape.ts";

/** Rwanda's provinces, districts and sectors under the statistics office's codes. */
export function rwandaAreas(): Subject[] {
  const areas = new Map<string, Subject>();
  const add = (level: string, code: string, name: string, parentCode: string | null) => {
    areas.set(code, { id: `id-${code}`, code, level, name, parentCode, population: null });
  };
  for (const row of rows("rw_sectors_clean.csv")) {
    add("PROVINCE", text(row, "province_nisr"), text(row, "province_en"), "RW");
    add("DISTRICT", text(row, "district_nisr"), text(row, "district"), text(row, "province_nisr"));
    add("SECTOR", text(row, "sector_nisr"), text(row, "sector"), text(row, "district_nisr"));
  }
  return [...areas.values()];
}

/** The synthetic reports of 2021-11 to 2022-10, and how many services they are about. */
export function rwandaReports(): { readonly reports: readonly CountedReport[]; readonly services: number } {
  const all = rows("rw_reports_2022.csv");
  const reports = all.map((row) => ({
    jurisdiction: text(row, "jurisdiction"),
    month: text(row, "month"),
    carriedOver: Number(text(row, "carriedOver")),
    received: Number(text(row, "received")),
    processed: Number(text(row, "processed")),
    processedInTime: Number(text(row, "processedInTime")),
    processingHours: text(row, "processingHours"),
    selfApplications: Number(text(row, "selfApplications")),
  }));
  return { reports, services: new Set(all.map((row) => text(row, "service"))).size };
}

type Row = Readonly<Record<string, string>>;

function rows(name: string): Row[] {
  return parse<Row>(sharedData(name), { columns: true });
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}
