import { ActionIcon, Checkbox, Popover, TextInput } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../icons.tsx";
import { save } from "../save-file.ts";
import { type Column, toCsv } from "./columns.ts";
import styles from "./data-table.module.css";
import type { DataTableProps } from "./data-table.tsx";
import { isShown, type Shown } from "./use-rows.ts";
import type { TableState } from "./use-table-state.ts";

type ToolsProps<Row> = DataTableProps<Row> & {
  readonly shown: Shown<Row>;
  readonly state: TableState;
  readonly change: (next: Partial<TableState>) => void;
};

/** Search within, further filters, columns, density, CSV. */
export function TableTools<Row>(props: ToolsProps<Row>): ReactElement {
  const { t } = useTranslation("common");
  return (
    <div className={styles.tools}>
      <Find filter={props.state.filter} change={(filter) => props.change({ filter })} />
      {props.tools}
      <div className={styles.toolIcons}>
        <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" size={44} aria-label={t("table.columns")} title={t("table.columns")}>
              <Icon name="columns" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Chooser columns={props.columns} state={props.state} change={props.change} />
          </Popover.Dropdown>
        </Popover>
        <ActionIcon
          variant={props.state.compact ? "light" : "subtle"}
          color="gray"
          size={44}
          aria-pressed={props.state.compact}
          aria-label={t("table.compact")}
          title={t("table.compact")}
          onClick={() => props.change({ compact: !props.state.compact })}
        >
          <Icon name="rows" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t("table.csv")}
          title={t("table.csv")}
          onClick={() => save(`${props.label}.csv`, toCsv(props.shown.columns, props.shown.rows), "text/csv;charset=utf-8")}
        >
          <Icon name="download" />
        </ActionIcon>
      </div>
    </div>
  );
}

/** Follows the typing after a moment's rest, and the URL when that changes by itself. */
function Find({ filter, change }: { readonly filter: string; readonly change: (filter: string) => void }): ReactElement {
  const { t } = useTranslation("common");
  const [words, setWords] = useState(filter);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setWords(filter), [filter]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      type="search"
      className={styles.find}
      aria-label={t("table.find")}
      placeholder={t("table.find")}
      leftSection={<Icon name="filter" size={18} />}
      value={words}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setWords(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => change(next), 250);
      }}
    />
  );
}

function Chooser<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly state: TableState;
  readonly change: (next: Partial<TableState>) => void;
}): ReactElement {
  const { t } = useTranslation("common");
  const { toggled } = props.state;
  return (
    <fieldset className={styles.chooser} aria-label={t("table.columns")}>
      {props.columns
        .filter((column) => column.heading !== true)
        .map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            checked={isShown(column, toggled)}
            onChange={() =>
              props.change({ toggled: toggled.includes(column.id) ? toggled.filter((id) => id !== column.id) : [...toggled, column.id] })
            }
          />
        ))}
    </fieldset>
  );
}
