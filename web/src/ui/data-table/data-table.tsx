import { Button } from "@mantine/core";
import { type ReactElement, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../empty-state.tsx";
import { useFormat } from "../use-format.ts";
import type { Column } from "./columns.ts";
import styles from "./data-table.module.css";
import { TableBody, TableSkeleton } from "./table-body.tsx";
import { TableHead } from "./table-head.tsx";
import { TableTools } from "./table-tools.tsx";
import { useRows } from "./use-rows.ts";
import { useTableState } from "./use-table-state.ts";

/** All that a table is told. */
export type DataTableProps<Row> = {
  /** What the table lists, for its caption and the name of its CSV. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keeps two tables of one page apart in the URL: "agencies." */
  readonly name?: string;
  /** The first page has not come yet. */
  readonly loading?: boolean;
  /** Why there is nothing: an `<ErrorState>`. */
  readonly error?: ReactNode;
  /** What will be here, in words, and the one thing to do. */
  readonly empty: { readonly what: string; readonly action?: ReactNode };
  /** More pages at the server: see `useConnection`. */
  readonly more?: { readonly hasMore: boolean; readonly loading: boolean; readonly load: () => void };
  /** Order and filter are applied by the query (read them with `useTableState(name)`), not to what has been loaded. */
  readonly orderedByServer?: boolean;
  /** Further filters and actions, between the search and the tools. */
  readonly tools?: ReactNode;
  /** On a phone each row is a card, or the table scrolls sideways under its heading column. */
  readonly phone?: "cards" | "scroll";
  /** No search, chooser or density: for a handful of rows. */
  readonly plain?: boolean;
};

/** The one table: sort, filter, columns, density, CSV of what is shown, all in the URL; loading, empty, error and long states. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { t } = useTranslation("common");
  const { state, change } = useTableState(props.name);
  const shown = useRows({ columns: props.columns, rows: props.rows, state, orderedByServer: props.orderedByServer === true });
  const nothing = props.loading !== true && shown.rows.length === 0;
  const found = state.filter !== "";
  const caption = useId();
  return (
    <div className={styles.box}>
      {props.plain === true ? null : <TableTools {...props} shown={shown} state={state} change={change} />}
      {props.error ??
        (nothing ? (
          <EmptyState
            what={found ? t("table.nothingFound", { words: state.filter }) : props.empty.what}
            action={
              found ? (
                <Button variant="default" onClick={() => change({ filter: "" })}>
                  {t("table.showAll")}
                </Button>
              ) : (
                props.empty.action
              )
            }
          />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
          <section className={styles.scroll} aria-labelledby={caption} tabIndex={0}>
            <table
              className={styles.table}
              data-compact={state.compact}
              data-phone={props.phone ?? "cards"}
              aria-busy={props.loading === true}
            >
              <caption id={caption} className={styles.caption}>
                {props.label}
              </caption>
              <TableHead columns={shown.columns} state={state} change={change} />
              {props.loading === true ? <TableSkeleton columns={shown.columns} /> : <TableBody shown={shown} rowKey={props.rowKey} />}
            </table>
          </section>
        ))}
      <TableFoot count={shown.rows.length} more={props.more} loading={props.loading === true} />
    </div>
  );
}

function TableFoot(props: {
  readonly count: number;
  readonly loading: boolean;
  readonly more: DataTableProps<unknown>["more"] | undefined;
}): ReactElement | null {
  const { t } = useTranslation("common");
  const format = useFormat();
  const { more } = props;
  if (props.loading || props.count === 0) return null;
  return (
    <div className={styles.foot}>
      <span role="status">
        {more?.hasMore === true
          ? t("table.countSoFar", { count: props.count, shown: format.number(props.count) })
          : t("table.count", { count: props.count, shown: format.number(props.count) })}
      </span>
      {more?.hasMore === true ? (
        <Button variant="default" loading={more.loading} onClick={more.load}>
          {t("table.more")}
        </Button>
      ) : null}
    </div>
  );
}
