import { Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ConflictingPairsQuery, ConflictOrigin, ConflictStatementsQuery } from "../../../gql/graphql.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Section } from "../../../ui/page.tsx";
import styles from "../judges.module.css";
import { type JudgedRound, RoundJudgesFrame } from "../round/round-judges-frame.tsx";
import { usePairColumns, useStatementColumns } from "./conflict-columns.tsx";
import { PAIRS, STATEMENTS } from "./conflicts.query.ts";

const pairsOf = (data: ConflictingPairsQuery): ConflictingPairsQuery["conflictingPairs"] => data.conflictingPairs;
const statementsOf = (data: ConflictStatementsQuery): ConflictStatementsQuery["conflictStatements"] => data.conflictStatements;
const ORIGINS = ["DETECTED", "DECLARED", "PINNED"] as const satisfies readonly ConflictOrigin[];

/** Who must not judge what, and what was said of it. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  return (
    <RoundJudgesFrame part="conflicts" lead={t("conflicts.lead")}>
      {(round) => (
        <>
          <Section title={t("conflicts.now")}>
            <Pairs round={round} />
          </Section>
          <Section title={t("conflicts.said")}>
            <Statements round={round} />
          </Section>
        </>
      )}
    </RoundJudgesFrame>
  );
}

function Pairs({ round }: { readonly round: JudgedRound }): ReactElement {
  const { t } = useTranslation("judges");
  const [search, setSearch] = useSearchParams();
  const origin = ORIGINS.find((known) => known === search.get("origin")) ?? null;
  const list = useConnection(PAIRS, { variables: { roundId: round.id, origin }, pick: pairsOf });
  return (
    <>
      <div className={`${styles.acts} ${styles.gap}`}>
        <Select
          aria-label={t("conflicts.origin")}
          data={[{ value: "", label: t("conflicts.all") }, ...ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))]}
          allowDeselect={false}
          value={origin ?? ""}
          onChange={(value) => setSearch(value ? { origin: value } : {}, { replace: true })}
        />
      </div>
      <DataTable
        label={t("conflicts.now")}
        columns={usePairColumns()}
        rows={list.rows}
        rowKey={({ judgeId, entryId, kind, detail, conflictId }) => [judgeId, entryId, kind, detail, conflictId].join(" ")}
        orderedByServer
        plain
        loading={list.loading}
        error={list.error && list.rows.length === 0 ? <QueryError error={list.error} retry={list.refetch} /> : undefined}
        empty={{ what: t("conflicts.none") }}
        more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
      />
    </>
  );
}

function Statements({ round }: { readonly round: JudgedRound }): ReactElement {
  const { t } = useTranslation("judges");
  const list = useConnection(STATEMENTS, { variables: { roundId: round.id }, pick: statementsOf });
  return (
    <DataTable
      label={t("conflicts.said")}
      name="said."
      columns={useStatementColumns()}
      rows={list.rows}
      rowKey={({ id }) => id}
      orderedByServer
      plain
      loading={list.loading}
      error={list.error && list.rows.length === 0 ? <QueryError error={list.error} retry={list.refetch} /> : undefined}
      empty={{ what: t("conflicts.nothingSaid") }}
      more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
    />
  );
}
