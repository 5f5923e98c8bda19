import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CustodyCountsQuery } from "../../gql/graphql.ts";
import { holderKey } from "../../lib/custody/custody-states.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat } from "../../ui/use-format.ts";

type Count = CustodyCountsQuery["custodyCounts"][number];

/** How many entries each party holds, in the order of custody. */
export function Parties({ counts }: { readonly counts: readonly Count[] }): ReactElement {
  const { t } = useTranslation("custody");
  const format = useFormat();
  const columns = useMemo(
    (): readonly Column<Count>[] => [
      { id: "party", header: t("column.party"), value: (row) => t(`holder.${holderKey(row.holder)}`), heading: true, sortable: false },
      {
        id: "count",
        header: t("column.count"),
        value: (row) => row.count,
        numeric: true,
        sortable: false,
        cell: (row) => format.number(row.count),
      },
      {
        id: "mine",
        header: t("column.mine"),
        value: (row) => row.mine,
        numeric: true,
        sortable: false,
        cell: (row) => format.number(row.mine),
      },
      {
        id: "oldest",
        header: t("column.oldest"),
        value: (row) => (row.holder === null ? null : row.oldest),
        sortable: false,
        cell: (row) =>
          row.oldest === null || row.holder === null ? "–" : `${format.date(row.oldest)} · ${format.relative(row.oldest, new Date())}`,
      },
    ],
    [t, format],
  );
  return (
    <DataTable
      label={t("parties")}
      name="parties."
      columns={columns}
      rows={counts}
      rowKey={(row) => row.holder ?? "NOBODY"}
      plain
      empty={{ what: t("funnel.empty") }}
    />
  );
}
