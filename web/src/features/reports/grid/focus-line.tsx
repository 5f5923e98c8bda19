import type { FigureField } from "@isonga/schema/report-rules";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "./grid.module.css";
import type { CellRow } from "./grid-cells.ts";
import { useCellWords } from "./use-cell-words.ts";

/** What there is to say about the cell that is being filled, in one place: hints, the problem, and the choice in a conflict. */
export function FocusLine(props: {
  readonly row: CellRow | null;
  readonly field: FigureField | null;
  /** Whether there is anything to type at all. */
  readonly editable: boolean;
  readonly onSettle: (field: FigureField, keepMine: boolean) => void;
}): ReactElement {
  const { t } = useTranslation("reports");
  const words = useCellWords();
  const { row, field } = props;
  const cell = row?.cells.find((one) => one.field === field);
  if (!row || !field || !cell)
    return (
      <p id="focus-line" className={styles.focusLine}>
        {props.editable ? t("grid.keys") : null}
      </p>
    );
  const problem = words.problem(cell);
  const hints = [words.last(row, field), words.usual(row, field), words.expected(row, field)].filter((hint) => hint !== null);
  return (
    <div id="focus-line" className={styles.focusLine}>
      <strong>{t("cell", { service: row.row.service.name, figure: t(`figure.${field}`) })}</strong> <span>{t(`help.${field}`)}</span>
      {hints.length > 0 ? <span> {hints.join(" · ")}</span> : null}
      {problem ? <p className={styles.problem}>{problem}</p> : null}
      <SettleButtons state={cell.state} onSettle={(mine) => props.onSettle(field, mine)} />
    </div>
  );
}

/** The two ways out of a conflict or a refusal. */
export function SettleButtons(props: { readonly state: string; readonly onSettle: (keepMine: boolean) => void }): ReactElement | null {
  const { t } = useTranslation("reports");
  if (props.state !== "conflict" && props.state !== "refused") return null;
  return (
    <span className={styles.choice}>
      <Button size="compact-md" onClick={() => props.onSettle(true)}>
        {props.state === "conflict" ? t("conflict.mine") : t("conflict.again")}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => props.onSettle(false)}>
        {props.state === "conflict" ? t("conflict.theirs") : t("conflict.discard")}
      </Button>
    </span>
  );
}
