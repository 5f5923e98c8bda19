import { type ReactElement, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MatchingEntriesInput } from "../../gql/graphql.ts";
import type { ConnectionRows } from "../../lib/apollo/use-connection.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkDialog } from "./bulk-dialog.tsx";
import type { BulkActName } from "./bulk-target.ts";
import styles from "./custody-pages.module.css";
import { type CustodyRow, useEntryColumns } from "./entry-columns.tsx";

/** What the table shows, and of which list it is a part. */
export type EntriesTableProps = {
  readonly label: string;
  readonly rows: readonly CustodyRow[];
  readonly list: ConnectionRows<unknown, unknown>;
  /** What the whole list matches, so that an act may take those on later pages too. */
  readonly matching: MatchingEntriesInput;
  readonly empty: string;
  /** All are the reader's: who holds them goes without saying, and reminding oneself too. */
  readonly isMine?: boolean;
  readonly onDone?: () => void;
};

/** Entries with who holds them since when; chosen ones can be endorsed, passed on, returned or reminded of, after a look at what would happen. */
export function EntriesTable(props: EntriesTableProps): ReactElement {
  const { t } = useTranslation("custody");
  const { rows, list } = props;
  const isMine = props.isMine === true;
  const choice = useChoice(rows);
  const columns = useEntryColumns({ chosen: choice.chosen, toggle: choice.toggle, isMine });
  const [act, setAct] = useState<BulkActName | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const begin = (chosen: BulkActName): void => {
    setDone(null);
    setAct(chosen);
  };
  const finished = (count: number): void => {
    setAct(null);
    choice.choose([]);
    setDone(count);
    list.refetch();
    props.onDone?.();
  };
  return (
    <div className={styles.stack}>
      {done === null ? null : <Notice kind="saved" title={t("bulk.done", { count: done })} takesFocus />}
      <DataTable
        label={props.label}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        empty={{ what: props.empty }}
        more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
        orderedByServer
        plain
        {...(list.error && rows.length === 0 ? { error: <QueryError error={list.error} retry={list.refetch} /> } : {})}
      />
      {rows.length > 0 ? (
        <BulkBar
          rows={rows}
          picked={choice.picked}
          isMine={isMine}
          everything={choice.everything}
          onEverything={list.hasMore ? choice.chooseEverything : null}
          onChoose={choice.choose}
          onAct={begin}
        />
      ) : null}
      {act ? (
        <BulkDialog
          act={act}
          on={choice.everything ? { matching: props.matching } : { entries: choice.picked }}
          onClose={() => setAct(null)}
          onDone={finished}
        />
      ) : null}
    </div>
  );
}

/** The ticked rows, or everything that matches; ticking one again chooses by hand. */
function useChoice(rows: readonly CustodyRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const choose = (ids: readonly string[]): void => {
    setEverything(false);
    setChosen(new Set(ids));
  };
  const toggle = useCallback((id: string) => {
    setEverything(false);
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }, []);
  const picked = rows.filter((row) => chosen.has(row.id));
  return { chosen, picked, everything, choose, toggle, chooseEverything: () => setEverything(true) };
}
