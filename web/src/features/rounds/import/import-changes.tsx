import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportRoundMutation } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import styles from "../rounds.module.css";

type Change = NonNullable<ImportRoundMutation["importRound"]["changes"]>[number];

/** What an import would do, place by place in the file, with before and after. */
export function ImportChanges({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  const { t } = useTranslation("rounds");
  const columns = useMemo<readonly Column<Change>[]>(
    () => [
      {
        id: "path",
        header: t("import.path"),
        value: (change) => change.path,
        cell: (change) => <span className={styles.path}>{change.path}</span>,
        heading: true,
      },
      { id: "kind", header: t("import.kind"), value: (change) => t(`import.${change.kind}`) },
      { id: "before", header: t("import.before"), value: (change) => change.before },
      { id: "after", header: t("import.after"), value: (change) => change.after },
    ],
    [t],
  );
  return (
    <DataTable
      label={t("import.title")}
      columns={columns}
      rows={changes}
      rowKey={(change) => change.path}
      empty={{ what: t("import.nothing") }}
      phone="cards"
    />
  );
}
