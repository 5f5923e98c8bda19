import { LANGUAGES } from "@isonga/schema/languages";
import { type CellProblem, type Cells, Problems, problems } from "../../kernel/imports/importer.ts";
import type { LevelRow } from "../countries.ts";
import { CODE_SYSTEMS, RWANDAN_COLUMNS } from "./place-columns.ts";
import type { PlaceRow, PlacesLine } from "./place-row.ts";

type Area = Omit<PlaceRow, "line">;

/** Understands one row: of Rwanda's list of sectors, of the general form, or a level of a country's tree. Checks only its shape. */
export function readPlace(cells: Cells): PlacesLine | Problems {
  if (cells("position") !== "") return readLevel(cells);
  if (cells("code") === "" && RWANDAN_COLUMNS.some(({ name }) => cells(name) !== "")) return readRwandanSector(cells);
  return { areas: [readGeneral(cells)], above: [], level: null };
}

function readGeneral(cells: Cells): Area {
  const systems = CODE_SYSTEMS.flatMap((system) => pairOf(system, cells(`codes.${system}`)));
  const leagues = cells("leagues");
  return {
    country: cells("country"),
    level: cells("level"),
    code: cells("code"),
    name: optional(cells("name")),
    names: Object.fromEntries(LANGUAGES.flatMap((language) => pairOf(language, cells(`name_${language}`)))),
    parent: optional(cells("parent")),
    population: optional(cells("population")),
    validFrom: optional(cells("valid_from")),
    validTo: optional(cells("valid_to")),
    codes: Object.fromEntries([...otherCodes(cells("codes")), ...systems]),
    leagues: leagues === "" ? undefined : leagues.split(/[|;,\s"[\]]+/).filter(Boolean),
  };
}

function otherCodes(text: string): readonly (readonly [string, string])[] {
  return text.split("|").flatMap((pair) => {
    const [system = "", code = ""] = pair.split("=").map((part) => part.trim());
    return pairOf(system, code);
  });
}

function readRwandanSector(cells: Cells): PlacesLine | Problems {
  const missing: CellProblem[] = ["country", "province_nisr", "district_nisr", "sector_nisr", "province_en", "district", "sector"]
    .filter((column) => cells(column) === "")
    .map((column) => ({ column, code: "REQUIRED" }));
  if (missing.length > 0) return problems(...missing);
  const country = cells("country");
  const area = (level: string, code: string, rest: Partial<Area>): Area => ({ country, level, code, names: {}, codes: {}, ...rest });
  const province = area("PROVINCE", cells("province_nisr"), {
    name: cells("province_en"),
    names: Object.fromEntries([...pairOf("en", cells("province_en")), ...pairOf("rw", cells("province_rw"))]),
    parent: country,
    codes: Object.fromEntries(pairOf("iso", cells("province_iso"))),
  });
  const district = area("DISTRICT", cells("district_nisr"), { name: cells("district"), parent: province.code });
  const sector = area("SECTOR", cells("sector_nisr"), { name: cells("sector"), parent: district.code });
  return { areas: [sector], above: [province, district], level: null };
}

function readLevel(cells: Cells): PlacesLine | Problems {
  const level: LevelRow = {
    country: cells("country"),
    code: cells("level"),
    position: Number(cells("position")),
    names: Object.fromEntries(LANGUAGES.flatMap((language) => pairOf(language, cells(`name_${language}`)))),
    keySystem: cells("key_system"),
  };
  const found: CellProblem[] = [];
  if (!/^[A-Z]{2}$/.test(level.country)) found.push({ column: "country", code: "INVALID_CODE" });
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(level.code)) found.push({ column: "level", code: "INVALID_CODE" });
  if (!/^\d{1,2}$/.test(cells("position"))) found.push({ column: "position", code: "INVALID_NUMBER" });
  if (!/^[a-z][a-z0-9_-]{0,29}$/.test(level.keySystem)) found.push({ column: "key_system", code: "INVALID_CODE" });
  if (!level.names.en) found.push({ column: "name_en", code: "REQUIRED" });
  return found.length > 0 ? problems(...found) : { areas: [], above: [], level };
}

function optional(text: string): string | undefined {
  return text === "" ? undefined : text;
}

function pairOf(key: string, value: string): readonly (readonly [string, string])[] {
  return value === "" ? [] : [[key, value]];
}
