import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { VerificationQueueQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { Samples } from "./sample/samples.tsx";
import { VERIFICATION_QUEUE } from "./verification-documents.ts";

type Task = VerificationQueueQuery["verificationQueue"]["nodes"][number];

/** Entries that wait for the reader's verification or settlement, longest held first. */
export function Component(): ReactElement {
  const { t } = useTranslation("verification");
  const list = useConnection(VERIFICATION_QUEUE, { variables: {}, pick });
  const columns = useColumns();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        plain
        orderedByServer
        loading={list.loading}
        error={list.error && list.rows.length === 0 ? <QueryError error={list.error} retry={list.refetch} /> : undefined}
        empty={{ what: t("empty") }}
        more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
      />
      <Samples />
    </Page>
  );
}

function pick(data: VerificationQueueQuery): VerificationQueueQuery["verificationQueue"] {
  return data.verificationQueue;
}

function useColumns(): readonly Column<Task>[] {
  const { t } = useTranslation("verification");
  const format = useFormat();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: "title",
        header: t("column.entry"),
        value: ({ entry }) => entry.title,
        heading: true,
        sortable: false,
        cell: ({ id, entry }) => <Link to={`/${language}/app/verification/${id}`}>{entry.title}</Link>,
      },
      { id: "office", header: t("column.office"), value: ({ entry }) => entry.agency?.name ?? t("regional"), sortable: false },
      { id: "region", header: t("column.region"), value: ({ entry }) => entry.region.name, sortable: false },
      { id: "round", header: t("column.round"), value: ({ entry }) => entry.round?.name ?? "", sortable: false },
      {
        id: "waiting",
        header: t("column.waiting"),
        value: ({ waiting, claimed }) => t("waitingOf", { waiting, claimed }),
        sortable: false,
      },
      { id: "since", header: t("column.since"), value: ({ entry }) => format.date(entry.heldSince), sortable: false },
    ],
    [t, format, language],
  );
}
