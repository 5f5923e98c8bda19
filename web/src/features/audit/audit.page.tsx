import { formatZone } from "@isonga/schema/format";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { AuditQuery } from "../../gql/graphql.ts";
import { useConnection } from "../../lib/apollo/use-connection.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { localTimeZone, useLanguage } from "../../ui/use-format.ts";
import { useAuditColumns } from "./audit-columns.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { readFilter } from "./read-filter.ts";

const AUDIT = graphql(`
  query Audit($filter: AuditEventFilter, $after: String) {
    auditEvents(filter: $filter, after: $after, first: 50) {
      nodes {
        id
        at
        verb
        reason
        subjectType
        subjectId
        requestId
        before
        after
        actor {
          id
          name
        }
        names {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    auditVocabulary {
      subjectTypes
      verbs
    }
  }
`);

const pick = (data: AuditQuery) => data.auditEvents;

/** Every change: when, who, which act, on what, what it was before and after. Filters stand in the address. */
export function Component(): ReactElement {
  const { t } = useTranslation("audit");
  const [search] = useSearchParams();
  const failureWords = useFailureWords();
  const { data, rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(AUDIT, {
    variables: { filter: readFilter(search) },
    pick,
  });
  const columns = useAuditColumns();
  const language = useLanguage();
  return (
    <Page title={t("title")} lead={`${t("lead")} ${t("zone", { zone: formatZone(localTimeZone(), language) })}`}>
      <AuditFilters known={data?.auditVocabulary} />
      <DataTable
        label={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        plain
        orderedByServer
        loading={loading}
        error={error ? <ErrorState title={failureWords(failureOf(error))} next="" retry={refetch} /> : undefined}
        empty={{ what: t("empty") }}
        more={{ hasMore, loading: loadingMore, load: loadMore }}
      />
    </Page>
  );
}
