import { UnstyledButton } from "@mantine/core";
import type { ReactElement } from "react";
import { Icon } from "../icons.tsx";
import type { Column } from "./columns.ts";
import styles from "./data-table.module.css";
import type { TableState } from "./use-table-state.ts";

/** The headings; one that sorts is a button, and says to screen readers how the rows stand. */
export function TableHead<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly state: TableState;
  readonly change: (next: Partial<TableState>) => void;
}): ReactElement {
  const { sort } = props.state;
  return (
    <thead className={styles.head}>
      <tr>
        {props.columns.map((column) => {
          const sorted = sort?.column === column.id ? (sort.descending ? "descending" : "ascending") : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted}
              data-numeric={column.numeric === true}
              data-heading={column.heading === true}
            >
              {column.sortable === false ? (
                column.header
              ) : (
                <UnstyledButton className={styles.sort} onClick={() => props.change({ sort: nextSort(column, sort) })}>
                  {column.header}
                  <span className={styles.sortMark} data-on={sorted !== undefined}>
                    <Icon name={sorted === "descending" ? "down" : "up"} size={16} />
                  </span>
                </UnstyledButton>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Figures start with the largest, words with A; the third press gives the given order back. */
function nextSort<Row>(column: Column<Row>, sort: TableState["sort"]): TableState["sort"] {
  const first = column.numeric === true;
  if (sort?.column !== column.id) return { column: column.id, descending: first };
  return sort.descending === first ? { column: column.id, descending: !first } : null;
}
