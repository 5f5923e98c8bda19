import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ImportRefusalsQuery as Answer } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords, useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { ImportRefusalsQuery } from "./import-documents.ts";
import type { Run } from "./import-run.page.tsx";
import styles from "./imports.module.css";

type Row = NonNullable<Answer["importRun"]>["refusals"]["nodes"][number];

const pick = (data: Answer) => data.importRun?.refusals;

/** What is wrong, row by row, with the row's text; to be downloaded, mended and sent again. */
export function Refusals({ run }: { readonly run: Run }): ReactElement {
  const { t } = useTranslation("imports");
  const language = useLanguage();
  const failureWords = useFailureWords();
  const variables = useMemo(() => ({ id: run.id }), [run.id]);
  const { rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(ImportRefusalsQuery, { variables, pick });
  const columns = useColumns(run);
  const file = (ending: string) => `/imports/${run.id}/refused.${ending}?language=${language}`;
  return (
    <Section title={t("refusals.title", { count: run.rowsRefused })}>
      <p className={styles.hint}>{t("refusals.hint")}</p>
      <p className={styles.links}>
        <a href={file("csv")}>{t("refusals.csv")}</a>
        <a href={file("xlsx")}>{t("refusals.xlsx")}</a>
      </p>
      <DataTable
        label={t("refusals.title", { count: run.rowsRefused })}
        name="refused."
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        plain
        orderedByServer
        loading={loading}
        error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
        empty={{ what: t("refusals.none") }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
    </Section>
  );
}

function useColumns(run: Run): readonly Column<Row>[] {
  const { t } = useTranslation("imports");
  const words = useRefusalWords();
  return useMemo(() => {
    const headers = new Map(run.understood?.columns.map(({ column, header }) => [column, header]));
    const cellOf = (row: Row) => cellsOf(row)[headers.get(row.column ?? "") ?? row.column ?? ""] ?? "";
    return [
      { id: "line", header: t("column.line"), heading: true, value: (row) => row.line, cell: (row) => t("lineOf", { line: row.line }) },
      { id: "column", header: t("column.column"), value: (row) => row.column, cell: (row) => row.column ?? "–" },
      { id: "value", header: t("column.value"), value: cellOf, cell: (row) => <code>{cellOf(row) || "–"}</code> },
      { id: "reason", header: t("column.reason"), value: (row) => words(row), cell: (row) => words(row) },
      {
        id: "text",
        header: t("column.text"),
        value: (row) => Object.values(cellsOf(row)).join(" "),
        cell: (row) => <RowText cells={cellsOf(row)} order={run.understood?.columns.map(({ header }) => header) ?? []} />,
      },
    ];
  }, [run, t, words]);
}

/** The row as it stands in the file, its known columns first. */
function RowText({ cells, order }: { readonly cells: Readonly<Record<string, string>>; readonly order: readonly string[] }): ReactElement {
  const names = [...order, ...Object.keys(cells).filter((name) => !order.includes(name))].filter((name) => (cells[name] ?? "") !== "");
  return <span className={styles.text}>{names.map((name) => cells[name]).join(" · ") || "–"}</span>;
}

function cellsOf(row: Row): Readonly<Record<string, string>> {
  return (row.row ?? {}) as Readonly<Record<string, string>>;
}
