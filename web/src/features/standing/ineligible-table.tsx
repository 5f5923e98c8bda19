import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import styles from "./standing.module.css";
import type { IneligibleRow } from "./standing.query.ts";
import { AreaName } from "./standing-table.tsx";
import { useReasonWords } from "./words.ts";

/** The areas that are not ranked, each with every reason. */
export function IneligibleTable(props: {
  readonly rows: readonly IneligibleRow[];
  readonly regionOf: string | null;
  /** Whether entries are ranked, not areas. */
  readonly ofEntries: boolean;
}): ReactElement {
  const { rows, regionOf, ofEntries } = props;
  const { t } = useTranslation("standing");
  const words = useReasonWords();
  const [search] = useSearchParams();
  const query = search.toString();
  const columns = useMemo<readonly Column<IneligibleRow>[]>(
    () => [
      {
        id: "area",
        header: t(ofEntries ? "column.entry" : "column.area"),
        value: (row) => row.area.name,
        heading: true,
        cell: (row) => <AreaName area={row.area} to={`why/${row.area.id}?${query}`} regionOf={regionOf} />,
      },
      {
        id: "reasons",
        header: t("column.reasons"),
        value: (row) => row.reasons.map(words).join(" "),
        cell: (row) => (
          <ul className={styles.reasons}>
            {row.reasons.map((reason) => (
              <li key={`${reason.code} ${words(reason)}`}>{words(reason)}</li>
            ))}
          </ul>
        ),
      },
    ],
    [t, words, query, regionOf, ofEntries],
  );
  return (
    <DataTable
      name="out."
      plain
      label={t("page.notRanked")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.area.id}
      empty={{ what: t("page.notRankedEmpty") }}
    />
  );
}
