import { Checkbox } from "@mantine/core";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { useIndexColumns } from "./index-columns.tsx";
import { Moved } from "./moved.tsx";
import { ScoreBar } from "./score-bar.tsx";
import styles from "./standing.module.css";
import type { Standing, StandingRow } from "./standing.query.ts";

/** The ranked areas of a level. */
export function StandingTable(props: {
  readonly standing: Standing;
  readonly ticked: readonly string[];
  readonly onTick: (id: string) => void;
  readonly tools: ReactNode;
}): ReactElement {
  const { t } = useTranslation("standing");
  const { standing, ticked, onTick } = props;
  const columns = useColumns(standing);
  const withTick = useMemo<readonly Column<StandingRow>[]>(() => {
    const tick = ({ area }: StandingRow) => (
      <Checkbox checked={ticked.includes(area.id)} aria-label={t("tick", { name: area.name })} onChange={() => onTick(area.id)} />
    );
    return [...columns, { id: "tick", header: t("column.tick"), value: () => null, cell: tick, sortable: false }];
  }, [columns, ticked, onTick, t]);
  return (
    <DataTable
      label={t("page.title", { round: standing.roundName })}
      columns={withTick}
      rows={standing.rows}
      rowKey={(row) => row.area.id}
      tools={props.tools}
      empty={{ what: t("page.rankedEmpty") }}
    />
  );
}

/** An area's name, leading to its "why", above the way to it; in an index round also to its page. */
export function AreaName(props: {
  readonly area: StandingRow["area"];
  readonly to: string;
  readonly regionOf?: string | null;
}): ReactElement {
  const { t } = useTranslation("standing");
  const language = useLanguage();
  const { area, to, regionOf = null } = props;
  const [country] = area.ancestors;
  return (
    <span>
      <Link to={to} preventScrollReset>
        {area.name}
      </Link>
      <span className={styles.way}>{wayOf(area)}</span>
      {regionOf !== null && country ? (
        <Link
          className={styles.region}
          to={`/${language}/app/regions/${regionOf}/${country.code}/${encodeURIComponent(area.code)}`}
          aria-label={t("toRegionOf", { name: area.name })}
        >
          {t("toRegion")}
        </Link>
      ) : null}
    </span>
  );
}

function useColumns(standing: Standing): readonly Column<StandingRow>[] {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const { level, metrics, previousRound, kind, roundCode } = standing;
  const isIndex = kind === "INNOVATION_INDEX";
  const ofIndex = useIndexColumns();
  return useMemo(
    () => [
      { id: "rank", header: t("column.rank"), value: (row) => row.rank, cell: (row) => <Rank row={row} />, numeric: true },
      {
        id: "area",
        header: t(kind === "JURY" ? "column.entry" : "column.area"),
        value: (row) => [row.area.name, wayOf(row.area)].filter(Boolean).join(", "),
        heading: true,
        cell: (row) => <AreaName area={row.area} to={`why/${row.area.id}?level=${level}`} regionOf={isIndex ? roundCode : null} />,
      },
      {
        id: "score",
        header: t(isIndex ? "column.index" : "column.score"),
        value: (row) => row.score,
        cell: (row) => format.decimal(row.score, 2),
        numeric: true,
      },
      { id: "shares", header: t("column.shares"), value: (row) => row.score, cell: (row) => <ScoreBar row={row} />, sortable: false },
      ...(isIndex ? ofIndex : []),
      {
        id: "moved",
        header: previousRound === null ? t("column.movedNone") : t("column.moved", { round: previousRound }),
        value: (row) => (row.previousRank === null ? null : row.previousRank - row.rank),
        cell: (row) => <Moved rank={row.rank} previous={row.previousRank} />,
        numeric: true,
        hidden: previousRound === null,
      },
      {
        id: "volume",
        header: t(kind === "JURY" ? "column.cards" : isIndex ? "column.innovations" : "column.volume"),
        value: (row) => row.volume,
        cell: (row) => format.number(row.volume),
        numeric: true,
        hidden: true,
      },
      ...metrics.map(
        ({ metric, name }, index): Column<StandingRow> => ({
          id: metric.toLowerCase(),
          header: t("column.points", { metric: name ?? t(`metric.${metric}`) }),
          value: (row) => row.shares[index]?.contribution ?? null,
          cell: (row) => format.decimal(row.shares[index]?.contribution ?? "0", 2),
          numeric: true,
          hidden: true,
        }),
      ),
    ],
    [t, format, level, metrics, previousRound, isIndex, kind, ofIndex, roundCode],
  );
}

function Rank({ row }: { readonly row: StandingRow }): ReactElement {
  const { t } = useTranslation("standing");
  const format = useFormat();
  return (
    <span className={styles.rank}>
      {format.number(row.rank)} {row.tiedWith > 0 ? <span className={styles.quiet}>{t("tied")}</span> : null}
    </span>
  );
}

/** The areas above it, nearest first, without the country. */
function wayOf(area: StandingRow["area"]): string {
  return area.ancestors
    .slice(1)
    .map(({ name }) => name)
    .reverse()
    .join(", ");
}
