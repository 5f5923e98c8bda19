import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../method/method.module.css";
import type { CriterionValue } from "./jury-definition.ts";

/** The criteria of a stage with their weights, scales and what marks mean. */
export function Rubric(props: {
  readonly name: string;
  readonly code: string;
  readonly criteria: readonly CriterionValue[];
}): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const columns = useMemo(
    (): readonly Column<CriterionValue>[] => [
      {
        id: "criterion",
        header: t("jury.criterion"),
        value: (row) => format.text(row.names),
        cell: (row) => <Name row={row} />,
        heading: true,
      },
      { id: "weight", header: t("index.weight"), value: (row) => String(row.weight), numeric: true },
      {
        id: "scale",
        header: t("jury.scale"),
        value: (row) => t("jury.scaleOf", { min: String(row.min), max: String(row.max), step: String(row.step) }),
        sortable: false,
      },
      {
        id: "anchors",
        header: t("jury.anchors"),
        value: (row) => row.anchors.map(({ value, texts }) => `${value}: ${format.text(texts)}`).join("; "),
        cell: (row) => <Anchors row={row} />,
        sortable: false,
      },
    ],
    [t, format],
  );
  const label = t("jury.rubric", { stage: props.name });
  return (
    <DataTable
      name={`${props.code}.`}
      label={label}
      columns={columns}
      rows={props.criteria}
      rowKey={(row) => row.code}
      empty={{ what: label }}
      plain
    />
  );
}

function Name({ row }: { readonly row: CriterionValue }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const said = [row.ranking && Number(row.weight) > 0 ? null : t("jury.notCounted"), t(`jury.comment.${row.comment}`)].filter(Boolean);
  return (
    <>
      {format.text(row.names)}
      {row.descriptions ? <span className={styles.note}>{format.text(row.descriptions)}</span> : null}
      <span className={styles.note}>{said.join(" · ")}</span>
    </>
  );
}

function Anchors({ row }: { readonly row: CriterionValue }): ReactElement {
  const format = useFormat();
  return (
    <dl className={styles.anchors}>
      {row.anchors.map(({ value, texts }) => (
        <div key={String(value)}>
          <dt>{format.decimal(String(value))}</dt>
          <dd>{format.text(texts)}</dd>
        </div>
      ))}
    </dl>
  );
}
