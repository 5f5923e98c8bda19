import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Custody_RowFragment } from "../../gql/graphql.ts";
import type { ConnectionRows } from "../../lib/apollo/use-connection.ts";
import { holderKey, STATE_KIND } from "../../lib/custody/custody-states.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type BulkActName, BulkDialog } from "./bulk-dialog.tsx";
import styles from "./custody-pages.module.css";

export type CustodyRow = Custody_RowFragment;

/** Which acts on many suit which rows. */
const BULK: readonly { readonly act: BulkActName; readonly fits: (row: CustodyRow) => boolean }[] = [
  { act: "ENDORSE", fits: (row) => row.acts.includes("endorse") },
  { act: "CHECK", fits: (row) => row.acts.includes("check") },
  { act: "RETURN", fits: (row) => row.acts.includes("return") },
  { act: "REMIND", fits: (row) => row.canRemind },
];

/** Entries with who holds them since when; chosen ones can be endorsed, passed on, returned or reminded of, after a look at what would happen. */
export function EntriesTable(props: {
  readonly label: string;
  readonly rows: readonly CustodyRow[];
  readonly list: ConnectionRows<unknown, unknown>;
  readonly empty: string;
  /** All are the reader's: who holds them goes without saying, and reminding oneself too. */
  readonly isMine?: boolean;
  readonly tools?: ReactElement;
  readonly onDone?: () => void;
}): ReactElement {
  const { t } = useTranslation("custody");
  const { rows, list } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<BulkActName | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const toggle = useCallback(
    (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  );
  const columns = useColumns({ chosen, toggle, isMine: props.isMine === true });
  const picked = rows.filter((row) => chosen.has(row.id));
  const finished = (count: number): void => {
    setAct(null);
    setChosen(new Set());
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
          picked={picked}
          isMine={props.isMine === true}
          onChoose={(ids) => setChosen(new Set(ids))}
          onAct={(chosenAct) => {
            setDone(null);
            setAct(chosenAct);
          }}
        />
      ) : null}
      {act ? <BulkDialog act={act} entries={picked} onClose={() => setAct(null)} onDone={finished} /> : null}
    </div>
  );
}

function BulkBar(props: {
  readonly rows: readonly CustodyRow[];
  readonly picked: readonly CustodyRow[];
  readonly isMine: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onAct: (act: BulkActName) => void;
}): ReactElement {
  const { t } = useTranslation("custody");
  const { rows, picked } = props;
  const offered = BULK.filter(({ act, fits }) => !(props.isMine && act === "REMIND") && rows.some(fits));
  return (
    <div className={styles.bulk}>
      <Button variant="default" size="sm" onClick={() => props.onChoose(picked.length === rows.length ? [] : rows.map(({ id }) => id))}>
        {t(picked.length === rows.length ? "bulk.none" : "bulk.all")}
      </Button>
      <span role="status">{t("bulk.chosen", { count: picked.length })}</span>
      {offered.map(({ act, fits }) => (
        <Button
          key={act}
          size="sm"
          variant={act === "ENDORSE" || act === "CHECK" ? "filled" : "default"}
          disabled={!picked.some(fits)}
          onClick={() => props.onAct(act)}
        >
          {t(`bulk.${act}`)}
        </Button>
      ))}
    </div>
  );
}

type Choosing = { readonly chosen: ReadonlySet<string>; readonly toggle: (id: string) => void; readonly isMine: boolean };

function useColumns({ chosen, toggle, isMine }: Choosing): readonly Column<CustodyRow>[] {
  const { t } = useTranslation("custody");
  const format = useFormat();
  return useMemo((): readonly Column<CustodyRow>[] => {
    const office = (row: CustodyRow) => [row.agencyName, row.placeName].filter((part) => part !== null).join(" · ");
    const who: Column<CustodyRow> = {
      id: "holder",
      header: t("column.holder"),
      value: (row) => t(`holder.${holderKey(row.holder)}`),
      sortable: false,
    };
    return [
      {
        id: "title",
        header: t("column.title"),
        value: (row) => row.title,
        heading: true,
        sortable: false,
        cell: (row) => (
          <span className={styles.entry}>
            <Checkbox aria-label={`${t("column.choose")}: ${row.title}`} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
            <Link to={`/${format.language}/app/entries/${row.id}`}>{row.title}</Link>
          </span>
        ),
      },
      { id: "office", header: t("column.office"), value: office, sortable: false },
      ...(isMine ? [{ id: "round", header: t("column.round"), value: (row: CustodyRow) => row.roundName, sortable: false }] : [who]),
      {
        id: "state",
        header: t("column.state"),
        value: (row) => t(`state.${row.state}`),
        sortable: false,
        cell: (row) => <StateBadge kind={STATE_KIND[row.state]} word={t(`state.${row.state}`)} />,
      },
      {
        id: "since",
        header: t("column.since"),
        value: (row) => row.heldSince,
        sortable: false,
        cell: (row) => `${format.date(row.heldSince)} · ${format.relative(row.heldSince, new Date())}`,
      },
    ];
  }, [t, format, chosen, toggle, isMine]);
}
