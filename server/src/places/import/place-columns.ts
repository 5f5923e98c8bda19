import { LANGUAGES } from "@isonga/schema/languages";
import type { ImportColumn } from "../../kernel/imports/importer.ts";

/** Code systems with a column of their own; any other goes into the column `codes`, as `system=code|system=code`. */
export const CODE_SYSTEMS = ["iso", "nisr", "kemendagri", "bps"] as const;

/** Columns of the general form, a row an area (or, with a position, a level of a country's tree). */
export const GENERAL_COLUMNS: readonly ImportColumn[] = [
  "country",
  "level",
  "code",
  "name",
  ...LANGUAGES.map((language) => `name_${language}`),
  "parent",
  "population",
  "valid_from",
  "valid_to",
  "leagues",
  "codes",
  ...CODE_SYSTEMS.map((system) => `codes.${system}`),
  "position",
  "key_system",
].map((name) => ({ name, aliases: name.startsWith("name_") ? [name.replace("name_", "names.")] : [] }));

/** Columns of Rwanda's list, a row a sector with its district and province beside it. `country` is shared with the general form. */
export const RWANDAN_COLUMNS: readonly ImportColumn[] = [
  "province_rw",
  "province_en",
  "province_iso",
  "province_nisr",
  "district",
  "district_nisr",
  "sector",
  "sector_nisr",
].map((name) => ({ name }));
