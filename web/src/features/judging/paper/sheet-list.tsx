import { Select } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { PaperSheetsQuery, SheetState } from "../../../gql/graphql.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useTableState } from "../../../ui/data-table/use-table-state.ts";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import styles from "./paper.module.css";
import { PAPER_SHEETS, type PaperStage } from "./paper.query.ts";

type Row = PaperSheetsQuery["paperSheets"]["nodes"][number];

const BADGES: Readonly<Record<SheetState, StateKind>> = {
  OPEN: "draft",
  ONCE: "waiting",
  DIFFERS: "problem",
  DONE: "saved",
  SIGNED: "locked",
};
const LISTS = ["TODO", "OPEN", "ONCE", "DIFFERS", "DONE", "SIGNED"] as const;
const TODO: readonly SheetState[] = ["OPEN", "ONCE", "DIFFERS"];

const pick = (data: PaperSheetsQuery): PaperSheetsQuery["paperSheets"] => data.paperSheets;

/** The sheets of a stage with how far each is; those that are still to be keyed in unless told otherwise. */
export function SheetList({ stage }: { readonly stage: PaperStage }): ReactElement {
  const { t } = useTranslation("judging");
  const [search, setSearch] = useSearchParams();
  const { state } = useTableState();
  const list = LISTS.find((each) => each === search.get("list")) ?? "TODO";
  const states = list === "TODO" ? [...TODO] : [list];
  const { rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(PAPER_SHEETS, {
    variables: { stageId: stage.id, states, search: state.filter.trim() || null },
    pick,
  });
  const columns = useColumns(stage);
  const choose = (value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set("list", value ?? "TODO");
        return next;
      },
      { replace: true },
    );
  return (
    <DataTable
      label={t("paper.sheets", { stage: stage.name })}
      columns={columns}
      rows={rows}
      rowKey={({ assignmentId }) => assignmentId}
      orderedByServer
      tools={
        <Select
          aria-label={t("paper.list")}
          allowDeselect={false}
          value={list}
          data={LISTS.map((value) => ({
            value,
            label: t("paper.listOf", { what: t(`paper.lists.${value}`), count: countOf(stage, value) }),
          }))}
          onChange={choose}
        />
      }
      loading={loading}
      error={error && rows.length === 0 ? <QueryError error={error} retry={refetch} /> : undefined}
      empty={{ what: t(list === "TODO" ? "paper.allDone" : "paper.noneSuch") }}
      more={{ hasMore, loading: loadingMore, load: loadMore }}
    />
  );
}

function useColumns(stage: PaperStage): readonly Column<Row>[] {
  const { t } = useTranslation("judging");
  const { code: stageCode } = stage;
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: "code",
        header: t("paper.sheet"),
        value: ({ code }) => code,
        heading: true,
        sortable: false,
        cell: ({ code, state, viewerCan }) =>
          viewerCan.key || state === "DIFFERS" ? (
            <Link className={styles.code} to={`?stage=${stageCode}&sheet=${code}`}>
              {code}
            </Link>
          ) : (
            code
          ),
      },
      { id: "judge", header: t("paper.judge"), value: ({ judge }) => judge, sortable: false },
      { id: "entry", header: t("entries.entry"), value: ({ reference }) => reference, sortable: false },
      {
        id: "state",
        header: t("paper.stateHead"),
        value: ({ state }) => t(`paper.state.${state}`),
        sortable: false,
        cell: ({ state }) => <StateBadge kind={BADGES[state]} word={t(`paper.state.${state}`)} />,
      },
      {
        id: "by",
        header: t("paper.by"),
        value: ({ keyedBy }) => keyedBy.map(({ name, mine }) => (mine ? t("paper.you") : name)).join(", "),
        sortable: false,
      },
    ],
    [t, stageCode],
  );
}

function countOf({ counts }: PaperStage, list: (typeof LISTS)[number]): number {
  const of = { OPEN: counts.open, ONCE: counts.once, DIFFERS: counts.differs, DONE: counts.done, SIGNED: counts.signed };
  return list === "TODO" ? of.OPEN + of.ONCE + of.DIFFERS : of[list];
}
