import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditQuery } from "../../gql/graphql.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./audit.module.css";
import { type AuditWords, useAuditWords } from "./audit-words.ts";
import { Changes } from "./change-list.tsx";
import { changesOf, nameOf } from "./changes.ts";

type Row = AuditQuery["auditEvents"]["nodes"][number];

/** The columns of the record. */
export function useAuditColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  return useMemo(
    () => [
      {
        id: "when",
        header: t("when"),
        value: (row) => row.at,
        heading: true,
        sortable: false,
        cell: (row) => format.dateTime(row.at, { short: true }),
      },
      { id: "who", header: t("who"), value: (row) => row.actor?.name ?? t("platform"), sortable: false, cell: (row) => <Who row={row} /> },
      {
        id: "act",
        header: t("act"),
        value: (row) => words.verb(row.verb),
        sortable: false,
        cell: (row) => <Act row={row} words={words} />,
      },
      {
        id: "thing",
        header: t("thing"),
        value: (row) => thingOf(row, { words, language: format.language }),
        sortable: false,
        cell: (row) => <Thing row={row} label={thingOf(row, { words, language: format.language })} />,
      },
      {
        id: "changed",
        header: t("changed"),
        value: (row) =>
          changesOf(row)
            .map(({ field }) => words.field(field))
            .join(", "),
        sortable: false,
        cell: (row) => <Changes row={row} />,
      },
    ],
    [t, format, words],
  );
}

function Who({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation("audit");
  return row.actor ? <Link to={`?actor=${row.actor.id}`}>{row.actor.name}</Link> : <span className={styles.quiet}>{t("platform")}</span>;
}

function Act({ row, words }: { readonly row: Row; readonly words: AuditWords }): ReactElement {
  const { t } = useTranslation("audit");
  return (
    <>
      {words.verb(row.verb)}
      {row.reason === null ? null : (
        <div>
          <span className={styles.quiet}>{t("reason")}:</span> {row.reason}
        </div>
      )}
    </>
  );
}

function Thing({ row, label }: { readonly row: Row; readonly label: string }): ReactElement {
  return row.subjectId === null ? <span>{label}</span> : <Link to={`?subject=${row.subjectId}`}>{label}</Link>;
}

/** "Area: Huye" */
function thingOf(row: Row, { words, language }: { readonly words: AuditWords; readonly language: string }): string {
  const name = nameOf(row, { language, names: (id) => row.names.find((one) => one.id === id)?.name ?? null });
  return [words.subject(row.subjectType), name].filter((part) => part !== null).join(": ");
}
