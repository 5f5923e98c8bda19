import { Button, Select } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Column, toCsv } from "../../../ui/data-table/columns.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Section } from "../../../ui/page.tsx";
import { save } from "../../../ui/save-file.ts";
import styles from "../table.module.css";
import type { Table } from "../table.query.ts";
import { useSearchValue } from "../use-table.ts";
import { HeatMap } from "./heat-map.tsx";
import { HEAT_ORDERS, type HeatRow, heatRows } from "./heat-rows.ts";

/** Who marked what: a cell a signed card, its colour and sign how far it lies from the others of the same entry. */
export function MarksTab({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  const [by, setBy] = useSearchValue("by");
  const [order, setOrder] = useSearchValue("order");
  const { criteria } = table.stage.rubric;
  const criterion = criteria.find(({ code }) => code === by) ?? null;
  const chosen = HEAT_ORDERS.find((one) => one === order) ?? "apart";
  const rows = useMemo(() => heatRows(table, { by: criterion?.code ?? null, order: chosen }), [table, criterion, chosen]);
  if (table.stage.rubric.mode === "PAIRWISE") return <EmptyState what={t("marks.pairwise")} />;
  if (table.cards.length === 0) return <EmptyState what={t("marks.none")} />;
  return (
    <Section title={criterion?.name ?? t("marks.scores")} actions={<Csv rows={rows} table={table} name={criterion?.code ?? "score"} />}>
      <div className={styles.tools}>
        {criteria.length === 0 ? null : (
          <Select
            label={t("marks.show")}
            value={criterion?.code ?? ""}
            data={[{ value: "", label: t("marks.scores") }, ...criteria.map(({ code, name }) => ({ value: code, label: name }))]}
            allowDeselect={false}
            onChange={(value) => setBy(value || null)}
          />
        )}
        <Select
          label={t("marks.order")}
          value={chosen}
          data={HEAT_ORDERS.map((one) => ({ value: one, label: t(`marks.by.${one}`) }))}
          allowDeselect={false}
          onChange={(value) => setOrder(value === "apart" ? null : value)}
        />
      </div>
      <Legend />
      <HeatMap
        label={t("marks.caption", { of: criterion?.name ?? t("marks.scores") })}
        rows={rows}
        judges={table.judges}
        places={criterion ? null : 2}
      />
    </Section>
  );
}

/** The colours in words, each with its sign. */
function Legend(): ReactElement {
  const { t } = useTranslation("table");
  return (
    <div className={styles.legend}>
      <span className={styles.swatch} data-heat="-3" />
      <span className={styles.swatch} data-heat="-2" />
      <span className={styles.swatch} data-heat="-1" />
      <span>{t("marks.below")}</span>
      <span className={styles.swatch} data-heat="1" />
      <span className={styles.swatch} data-heat="2" />
      <span className={styles.swatch} data-heat="3" />
      <span>{t("marks.above")}</span>
      <span className={styles.quiet}>{t("marks.how")}</span>
    </div>
  );
}

function Csv({ rows, table, name }: { readonly rows: readonly HeatRow[]; readonly table: Table; readonly name: string }): ReactElement {
  const { t } = useTranslation(["table", "common"]);
  const columns: readonly Column<HeatRow>[] = [
    { id: "entry", header: t("entry"), value: ({ entry }) => entry.reference },
    { id: "title", header: t("entryTitle"), value: ({ entry }) => entry.title },
    ...table.judges.map(({ judge }, place) => ({ id: judge, header: judge, value: (row: HeatRow) => row.cells[place]?.value ?? null })),
    { id: "apart", header: t("marks.apart"), value: ({ apart }) => apart?.toFixed(2) ?? null },
  ];
  return (
    <Button
      variant="default"
      onClick={() => save(`${table.roundCode}-${table.stage.code}-${name}.csv`, toCsv(columns, rows), "text/csv;charset=utf-8")}
    >
      {t("common:table.csv")}
    </Button>
  );
}
