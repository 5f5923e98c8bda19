import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { useFormat } from "../../ui/use-format.ts";

/** An area in a list. */
export type AreaRow = {
  readonly id: string;
  readonly country: string;
  readonly code: string;
  readonly name: string;
  readonly levelName: string;
  readonly population: number | null;
  readonly childCount: number;
};

/** Which of an area's columns a list has use for. */
export type AreaColumnChoice = {
  /** Leads to an area's page. Stable. */
  readonly address: (area: AreaRow) => string;
  /** The areas are of different levels. */
  readonly level: boolean;
  readonly population: boolean;
  readonly below: boolean;
  /** The rows that are there are all: they can be put in another order. */
  readonly ordered: boolean;
};

/** The columns of a list of areas; what no area has is left out, so that a phone shows no empty lines. */
export function useAreaColumns({ address, level, population, below, ordered }: AreaColumnChoice): readonly Column<AreaRow>[] {
  const { t } = useTranslation("places");
  const format = useFormat();
  return useMemo(() => {
    const columns: Column<AreaRow>[] = [
      {
        id: "name",
        header: t("column.name"),
        value: (row) => row.name,
        cell: (row) => <Link to={address(row)}>{row.name}</Link>,
        heading: true,
        sortable: ordered,
      },
      { id: "code", header: t("column.code"), value: (row) => row.code, sortable: ordered },
    ];
    if (level) columns.push({ id: "level", header: t("column.level"), value: (row) => row.levelName, sortable: ordered });
    if (population)
      columns.push({
        id: "population",
        header: t("column.population"),
        value: (row) => row.population,
        cell: (row) => (row.population === null ? "–" : format.number(row.population)),
        numeric: true,
        sortable: ordered,
      });
    if (below)
      columns.push({
        id: "below",
        header: t("column.below"),
        value: (row) => row.childCount,
        cell: (row) => format.number(row.childCount),
        numeric: true,
        sortable: ordered,
      });
    return columns;
  }, [t, format, address, level, population, below, ordered]);
}
