import { Checkbox, Select } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { JudgedEntriesQuery } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import type { StageParts } from "./stage-parts.ts";

type Row = JudgedEntriesQuery["stageEntries"][number];

/** What may be changed in a row; null where it may not. */
export type EntryChanges = {
  readonly toPanel: ((row: Row, panel: string) => void) | null;
  readonly calibrate: ((row: Row, first: boolean) => void) | null;
  readonly busy: boolean;
};

/** The columns of a stage's entries: panels only where there are several, calibration only where the stage has one. */
export function useEntryColumns(stage: StageParts, changes: EntryChanges): readonly Column<Row>[] {
  const { t } = useTranslation("judging");
  const language = useLanguage();
  const panel = usePanelColumn(stage, changes);
  const calibration = useCalibrationColumn(changes);
  const [panels, calibrates] = [stage.panels.length > 1, stage.calibration > 0];
  return useMemo(
    () => [
      { id: "reference", header: t("entries.reference"), value: (row) => row.reference },
      {
        id: "entry",
        header: t("entries.entry"),
        value: (row) => row.title,
        cell: (row) => <Link to={`/${language}/app/entries/${row.id}`}>{row.title}</Link>,
        heading: true,
      },
      { id: "office", header: t("entries.office"), value: (row) => [row.agency, row.place].filter(Boolean).join(", ") },
      ...(panels ? [panel] : []),
      ...(calibrates ? [calibration] : []),
      { id: "judges", header: t("entries.judges"), value: (row) => row.judges, numeric: true },
      { id: "signed", header: t("entries.signed"), value: (row) => row.signed, numeric: true },
      {
        id: "outcome",
        header: t("entries.outcome"),
        value: (row) => [row.outcome ? t(`outcome.${row.outcome}`) : "", row.outcomeReason ?? ""].filter(Boolean).join(": "),
      },
    ],
    [t, language, panel, calibration, panels, calibrates],
  );
}

function usePanelColumn(stage: StageParts, { toPanel, busy }: EntryChanges): Column<Row> {
  const { t } = useTranslation("judging");
  const nameOf = (row: Row): string => stage.panels.find(({ code }) => code === row.panel)?.name ?? row.panel ?? "";
  return {
    id: "panel",
    header: t("entries.panel"),
    value: nameOf,
    cell: (row) => (toPanel ? <PanelChoice stage={stage} row={row} busy={busy} onChange={(code) => toPanel(row, code)} /> : nameOf(row)),
  };
}

function useCalibrationColumn({ calibrate, busy }: EntryChanges): Column<Row> {
  const { t } = useTranslation("judging");
  const value = (row: Row): string => (row.calibration ? t("entries.first") : "");
  const box = (row: Row): ReactElement => (
    <Checkbox
      aria-label={t("entries.calibrationOf", { reference: row.reference })}
      checked={row.calibration}
      disabled={busy}
      onChange={(event) => calibrate?.(row, event.currentTarget.checked)}
    />
  );
  return { id: "calibration", header: t("entries.calibration"), value, cell: calibrate ? box : value };
}

function PanelChoice(props: {
  readonly stage: StageParts;
  readonly row: Row;
  readonly busy: boolean;
  readonly onChange: (panel: string) => void;
}): ReactElement {
  const { t } = useTranslation("judging");
  const { stage, row, busy, onChange } = props;
  return (
    <Select
      aria-label={t("entries.panelOf", { reference: row.reference })}
      className={styles.panel}
      allowDeselect={false}
      disabled={busy || row.outcome === "OUT"}
      value={row.panel}
      data={stage.panels.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(value) => (value === null || value === row.panel ? undefined : onChange(value))}
    />
  );
}
