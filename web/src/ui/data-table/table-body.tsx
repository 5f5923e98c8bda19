import type { ReactElement, ReactNode } from "react";
import type { Column } from "./columns.ts";
import styles from "./data-table.module.css";
import type { Shown } from "./use-rows.ts";

/** The rows. Each cell carries its heading, which a phone's card shows beside it. */
export function TableBody<Row>(props: { readonly shown: Shown<Row>; readonly rowKey: (row: Row) => string }): ReactElement {
  return (
    <tbody>
      {props.shown.rows.map((row) => (
        <tr key={props.rowKey(row)}>
          {props.shown.columns.map((column) =>
            column.heading === true ? (
              <th key={column.id} scope="row" data-heading="true" data-label={column.header}>
                {content(column, row)}
              </th>
            ) : (
              <td
                key={column.id}
                data-numeric={column.numeric === true}
                data-label={column.header}
                data-nought={column.quietZero === true && column.value(row) === 0}
              >
                {content(column, row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** Grey rows in the table's own shape. */
export function TableSkeleton<Row>({ columns }: { readonly columns: readonly Column<Row>[] }): ReactElement {
  return (
    <tbody className={styles.skeleton}>
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <tr key={line}>
          {columns.map((column) => (
            <td key={column.id} data-numeric={column.numeric === true}>
              <span className={styles.bone} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function content<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.cell === undefined ? column.value(row) : column.cell(row);
}
