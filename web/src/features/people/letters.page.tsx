import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { LetterState, LettersQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { EmailText } from "./email-text.tsx";

const LETTERS = graphql(`
  query Letters($after: String) {
    letters(after: $after, first: 50) {
      nodes {
        id
        recipient
        subject
        state
        createdAt
        sentAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Row = LettersQuery["letters"]["nodes"][number];
const pick = (data: LettersQuery) => data.letters;
const NOTHING = {};

/** The letters that the platform wrote, for administrators; one is read in a dialog. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const { rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(LETTERS, { variables: NOTHING, pick });
  const columns = useColumns();
  return (
    <Page title={t("letters.title")} lead={t("letters.lead")}>
      <DataTable
        label={t("letters.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={loading}
        error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
        empty={{ what: t("letters.empty") }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
      <Outlet />
    </Page>
  );
}

/** Where a letter is, in a word, a shape and a colour. */
export function LetterStateBadge({ state }: { readonly state: LetterState }): ReactElement {
  const { t } = useTranslation("people");
  return <StateBadge kind={KINDS[state]} word={t(`letters.states.${state}`)} />;
}

const KINDS = { WAITING: "waiting", SENT: "saved", KEPT: "draft", FAILING: "problem" } as const;

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "subject",
        header: t("letters.subject"),
        value: (row) => row.subject,
        heading: true,
        cell: (row) => <Link to={row.id}>{row.subject}</Link>,
      },
      {
        id: "to",
        header: t("letters.recipient"),
        value: (row) => row.recipient,
        cell: (row) => <EmailText email={row.recipient} />,
      },
      {
        id: "written",
        header: t("letters.written"),
        value: (row) => row.createdAt,
        cell: (row) => format.dateTime(row.createdAt, { short: true }),
      },
      {
        id: "state",
        header: t("letters.state"),
        value: (row) => t(`letters.states.${row.state}`),
        cell: (row) => <LetterStateBadge state={row.state} />,
      },
    ],
    [t, format],
  );
}
