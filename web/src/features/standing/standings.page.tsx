import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { StandingRoundsQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { StandingRoundsDocument } from "./standing.query.ts";

type Round = StandingRoundsQuery["rounds"]["nodes"][number];

/** The rounds, each leading to its standing. */
export function Component(): ReactElement {
  const { t } = useTranslation("standing");
  const rounds = useConnection(StandingRoundsDocument, { variables: { first: 50 }, pick });
  const columns = useMemo<readonly Column<Round>[]>(
    () => [
      {
        id: "round",
        header: t("list.round"),
        value: (round) => round.name,
        heading: true,
        cell: (round) => <Link to={round.code}>{round.name}</Link>,
      },
      { id: "programme", header: t("list.programme"), value: (round) => round.programme.name },
      { id: "state", header: t("list.state"), value: (round) => t(`state.${round.state}`) },
    ],
    [t],
  );
  return (
    <Page title={t("title")} lead={t("list.lead")}>
      <DataTable
        plain
        label={t("list.table")}
        columns={columns}
        rows={rounds.rows}
        rowKey={(round) => round.id}
        loading={rounds.loading}
        error={rounds.error ? <QueryError error={rounds.error} /> : undefined}
        empty={{ what: t("list.empty") }}
        more={{ hasMore: rounds.hasMore, loading: rounds.loadingMore, load: rounds.loadMore }}
      />
    </Page>
  );
}

const pick = (data: StandingRoundsQuery) => data.rounds;
