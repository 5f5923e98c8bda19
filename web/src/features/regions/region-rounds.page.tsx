import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { RegionRoundsQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";

const RegionRoundsDocument = graphql(`
  query RegionRounds($first: Int, $after: String) {
    rounds(first: $first, after: $after) {
      nodes { id code name state instrument { id kind } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Round = RegionRoundsQuery["rounds"]["nodes"][number];

/** The rounds that compute an index, each leading to this area's page in it. */
export function Component(): ReactElement {
  const { t } = useTranslation("regions");
  const language = useLanguage();
  const { country = "", code = "" } = useParams();
  const rounds = useConnection(RegionRoundsDocument, { variables: { first: 50 }, pick });
  const shown = useMemo(() => rounds.rows.filter(({ instrument }) => instrument?.kind === "INNOVATION_INDEX"), [rounds.rows]);
  const columns = useMemo<readonly Column<Round>[]>(
    () => [
      {
        id: "round",
        header: t("rounds.round"),
        value: (round) => round.name,
        heading: true,
        cell: (round) => <Link to={`/${language}/app/regions/${round.code}/${country}/${encodeURIComponent(code)}`}>{round.name}</Link>,
      },
      { id: "state", header: t("rounds.state"), value: (round) => t(`rounds.states.${round.state}`) },
    ],
    [t, language, country, code],
  );
  return (
    <Page title={t("title")} lead={t("rounds.lead")} width="narrow">
      <DataTable
        plain
        label={t("title")}
        columns={columns}
        rows={shown}
        rowKey={(round) => round.id}
        loading={rounds.loading}
        error={rounds.error ? <QueryError error={rounds.error} /> : undefined}
        empty={{ what: t("rounds.empty") }}
        more={{ hasMore: rounds.hasMore, loading: rounds.loadingMore, load: rounds.loadMore }}
      />
    </Page>
  );
}

const pick = (data: RegionRoundsQuery) => data.rounds;
