import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../table.module.css";
import type { Table, TableEntry, TableJudge } from "../table.query.ts";
import { severityOf, useSigned } from "../words.ts";
import { Connectivity } from "./connectivity.tsx";

/** How far judges agree, on what they differ most, and how strict each of them is. */
export function AgreementTab({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  if (table.cards.length === 0) return <EmptyState what={t("marks.none")} />;
  if (table.stage.rubric.mode !== "SCORES") return <EmptyState what={t("agreement.noScores")} />;
  return (
    <>
      <Section title={t("agreement.title")}>
        <p className={styles.sentence}>{t("agreement.how")}</p>
        <Alphas table={table} />
      </Section>
      <Section title={t("agreement.judges")}>
        <p className={styles.sentence}>{t("agreement.severityHow", { shrink: table.shrink })}</p>
        <Connectivity table={table} />
        <Judges judges={table.judges} />
      </Section>
      <Section title={t("agreement.apart")}>
        <Apart entries={table.entries} />
      </Section>
    </>
  );
}

type Alpha = Table["agreement"]["overall"] & { readonly name: string };

function Alphas({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const rows = useMemo((): readonly Alpha[] => {
    const { overall, criteria } = table.agreement;
    const nameOf = (code: string | null) => table.stage.rubric.criteria.find((criterion) => criterion.code === code)?.name ?? code ?? "";
    return [{ ...overall, name: t("agreement.overall") }, ...criteria.map((row) => ({ ...row, name: nameOf(row.criterion) }))];
  }, [table, t]);
  const columns = useMemo(
    (): readonly Column<Alpha>[] => [
      { id: "criterion", header: t("agreement.criterion"), value: (row) => row.name, heading: true },
      {
        id: "alpha",
        header: t("agreement.alpha"),
        value: (row) => row.alpha,
        numeric: true,
        cell: (row) =>
          row.alpha === null
            ? t(row.why === "NO_VARIATION" ? "agreement.NO_VARIATION" : "agreement.NOTHING_TO_PAIR")
            : format.decimal(row.alpha, 4),
      },
      { id: "words", header: t("agreement.means"), value: (row) => (row.alpha === null ? "" : t(`agreement.${levelOf(row.alpha)}`)) },
      { id: "units", header: t("agreement.units"), value: (row) => row.units, numeric: true },
      { id: "marks", header: t("agreement.marks"), value: (row) => row.marks, numeric: true },
    ],
    [t, format],
  );
  return (
    <DataTable
      label={t("agreement.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.criterion ?? "*"}
      name="a."
      empty={{ what: "" }}
    />
  );
}

/** Krippendorff's own thresholds: .800 reliable, .667 for tentative conclusions. */
function levelOf(alpha: string): "reliable" | "tentative" | "low" {
  if (Number(alpha) >= 0.8) return "reliable";
  return Number(alpha) >= 0.667 ? "tentative" : "low";
}

function Judges({ judges }: { readonly judges: readonly TableJudge[] }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  const columns = useMemo((): readonly Column<TableJudge>[] => {
    const points = (value: string | null) => (value === null ? "" : format.decimal(value, 2));
    const withSign = (value: string | null, places: number) => (value === null ? "" : signed(value, places));
    const severity = ({ shrunk }: TableJudge) => (shrunk === null ? "" : t(`severity.${severityOf(shrunk)}`));
    return [
      {
        id: "judge",
        header: t("judge"),
        value: (row) => row.judge,
        heading: true,
        cell: (row) => (
          <span className={styles.stacked}>
            <Link to={`judges/${row.judge}?tab=agreement`} preventScrollReset>
              {row.judge}
            </Link>
            <span className={styles.title}>{row.name}</span>
          </span>
        ),
      },
      { id: "name", header: t("name"), value: (row) => row.name, hidden: true },
      { id: "severity", header: t("agreement.severity"), value: severity },
      { id: "cards", header: t("cards"), value: (row) => row.cards, numeric: true },
      { id: "mean", header: t("agreement.mean"), value: (row) => row.mean, numeric: true, cell: (row) => points(row.mean) },
      { id: "spread", header: t("agreement.spread"), value: (row) => row.spread, numeric: true, cell: (row) => points(row.spread) },
      { id: "beside", header: t("agreement.beside"), value: (row) => row.beside, numeric: true, cell: (row) => withSign(row.beside, 2) },
      { id: "effect", header: t("agreement.effect"), value: (row) => row.effect, numeric: true, cell: (row) => withSign(row.effect, 4) },
      { id: "shrunk", header: t("agreement.shrunk"), value: (row) => row.shrunk, numeric: true, cell: (row) => withSign(row.shrunk, 4) },
    ];
  }, [t, format, signed]);
  return (
    <DataTable
      label={t("agreement.judges")}
      columns={columns}
      rows={judges}
      rowKey={(row) => row.judge}
      name="j."
      empty={{ what: t("progress.noJudges") }}
    />
  );
}

function Apart({ entries }: { readonly entries: readonly TableEntry[] }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const rows = useMemo(
    () => entries.filter(({ deviation }) => deviation !== null).sort((a, b) => Number(b.deviation) - Number(a.deviation)),
    [entries],
  );
  const columns = useMemo((): readonly Column<TableEntry>[] => {
    const points = (value: string | null) => (value === null ? "" : format.decimal(value, 2));
    return [
      {
        id: "entry",
        header: t("entry"),
        value: (row) => row.reference,
        heading: true,
        cell: (row) => (
          <Link to={`entries/${row.reference}?tab=agreement`} preventScrollReset>
            {row.reference}
          </Link>
        ),
      },
      { id: "title", header: t("entryTitle"), value: (row) => row.title },
      { id: "cards", header: t("cards"), value: (row) => row.cards, numeric: true },
      {
        id: "deviation",
        header: t("agreement.deviation"),
        value: (row) => row.deviation,
        numeric: true,
        cell: (row) => points(row.deviation),
      },
      { id: "lowest", header: t("agreement.lowest"), value: (row) => row.lowest, numeric: true, cell: (row) => points(row.lowest) },
      { id: "highest", header: t("agreement.highest"), value: (row) => row.highest, numeric: true, cell: (row) => points(row.highest) },
    ];
  }, [t, format]);
  return (
    <DataTable
      label={t("agreement.apart")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      name="e."
      empty={{ what: t("agreement.nothingApart") }}
    />
  );
}
