import type { ReactElement } from "react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ImportsQuery as Answer } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ImportsQuery } from "./import-documents.ts";
import { NewImport } from "./new-import.tsx";
import { RunBadge } from "./run-badge.tsx";

type Row = Answer["importRuns"]["nodes"][number];

const VARIABLES = { everybody: false };
const pick = (data: Answer) => data.importRuns;

/** A file to import, and the imports one has started: each can be left and come back to. */
export function Component(): ReactElement {
  const { t } = useTranslation("imports");
  const failureWords = useFailureWords();
  const { data, rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(ImportsQuery, {
    variables: VARIABLES,
    pick,
  });
  const columns = useColumns();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {data ? <NewImport kinds={data.importKinds} /> : null}
      <Section title={t("mine")}>
        <DataTable
          label={t("mine")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          plain
          loading={loading}
          error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
          empty={{ what: t("none") }}
          more={{ hasMore, loading: loadingMore, load: loadMore }}
        />
      </Section>
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "file",
        header: t("column.file"),
        heading: true,
        value: (row) => row.fileName,
        cell: (row) => <Link to={row.id}>{row.fileName}</Link>,
      },
      { id: "kind", header: t("column.kind"), value: (row) => t(`kind.${row.kind}`) },
      { id: "state", header: t("column.state"), value: (row) => row.state, cell: (row) => <RunBadge run={row} /> },
      { id: "rows", header: t("column.rows"), numeric: true, value: (row) => row.rowsRead, cell: (row) => format.number(row.rowsRead) },
      {
        id: "refused",
        header: t("column.refused"),
        numeric: true,
        value: (row) => row.rowsRefused,
        cell: (row) => format.number(row.rowsRefused),
      },
      { id: "at", header: t("column.at"), value: (row) => row.createdAt, cell: (row) => format.dateTime(row.createdAt, { short: true }) },
    ],
    [t, format],
  );
}
