import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditQuery } from "../../gql/graphql.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./audit.module.css";
import { Changes } from "./change-list.tsx";
import { changesOf, nameOf } from "./changes.ts";
import { useSubjectWord } from "./subject-words.ts";

type Row = AuditQuery["auditEvents"]["nodes"][number];

/** The columns of the record. */
export function useAuditColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const word = useSubjectWord();
  return useMemo(
    () => [
      {
        id: "when",
        header: t("when"),
        value: (row) => row.at,
        heading: true,
        sortable: false,
        cell: (row) => format.dateTime(row.at, { short: true, showZone: true }),
      },
      { id: "who", header: t("who"), value: (row) => row.actor?.name ?? t("platform"), sortable: false, cell: (row) => <Who row={row} /> },
      { id: "act", header: t("act"), value: (row) => row.verb, sortable: false, cell: (row) => <Act row={row} /> },
      {
        id: "thing",
        header: t("thing"),
        value: (row) => [word(row.subjectType), nameOf(row)].filter(Boolean).join(": "),
        sortable: false,
        cell: (row) => <Thing row={row} word={word(row.subjectType)} />,
      },
      {
        id: "changed",
        header: t("changed"),
        value: (row) =>
          changesOf(row)
            .map(({ field }) => field)
            .join(", "),
        sortable: false,
        cell: (row) => <Changes row={row} />,
      },
    ],
    [t, format, word],
  );
}

function Who({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation("audit");
  return row.actor ? <Link to={`?actor=${row.actor.id}`}>{row.actor.name}</Link> : <span className={styles.quiet}>{t("platform")}</span>;
}

function Act({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation("audit");
  return (
    <>
      <code>{row.verb}</code>
      {row.reason === null ? null : (
        <div>
          <span className={styles.quiet}>{t("reason")}:</span> {row.reason}
        </div>
      )}
    </>
  );
}

function Thing({ row, word }: { readonly row: Row; readonly word: string }): ReactElement {
  const name = nameOf(row);
  const label = name === null ? word : `${word}: ${name}`;
  return row.subjectId === null ? <span>{label}</span> : <Link to={`?subject=${row.subjectId}`}>{label}</Link>;
}
