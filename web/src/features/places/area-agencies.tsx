import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import type { Area, AreaAgency } from "./area-query.ts";
import { useValidity } from "./use-validity.ts";

/** The agencies of an area; each leads to its form for whoever may change it. */
export function AreaAgencies({ area }: { readonly area: Area }): ReactElement {
  const { t } = useTranslation("places");
  const validity = useValidity();
  const { manageAgencies } = area.viewerCan;
  const columns = useMemo<readonly Column<AreaAgency>[]>(
    () => [
      {
        id: "name",
        header: t("column.name"),
        value: (row) => row.name,
        cell: (row) =>
          manageAgencies ? (
            <Link to={`agencies/${row.id}`} preventScrollReset>
              {row.name}
            </Link>
          ) : (
            row.name
          ),
        heading: true,
      },
      { id: "code", header: t("column.code"), value: (row) => row.code },
      { id: "status", header: t("column.status"), value: (row) => validity(row), cell: (row) => validity(row) ?? "–" },
    ],
    [t, validity, manageAgencies],
  );
  return (
    <DataTable
      name="agencies."
      label={t("agency.title")}
      columns={columns}
      rows={area.agencies.nodes}
      rowKey={(row) => row.id}
      empty={{ what: t("agency.empty") }}
      plain
    />
  );
}
