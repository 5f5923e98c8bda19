import { FIGURE_FIELDS } from "@isonga/schema/report-rules";
import { Button } from "@mantine/core";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ReportFieldsFragment } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { FailureState } from "../failure-state.tsx";
import { STATE_KINDS } from "../grid/row-state.tsx";

/** A report in the review's list. */
export type ReviewRow = ReportFieldsFragment & { readonly areaName: string; readonly serviceName: string };

/** The month's reports with their figures and what stands out in them. */
export function ReviewTable(props: {
  readonly rows: readonly ReviewRow[];
  readonly list: {
    readonly loading: boolean;
    readonly loadingMore: boolean;
    readonly hasMore: boolean;
    readonly loadMore: () => void;
    readonly error: unknown;
  };
  readonly tools: ReactNode;
  readonly onApprove: (row: ReviewRow) => void;
  readonly onReturn: (row: ReviewRow) => void;
  readonly onReopen: (row: ReviewRow) => void;
  readonly onHistory: (row: ReviewRow) => void;
}): ReactElement {
  const { t } = useTranslation("reports");
  const { list, onApprove, onReturn, onReopen, onHistory } = props;
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handlers are new functions each time but always do the same
  const columns = useMemo(
    (): readonly Column<ReviewRow>[] => [
      {
        id: "area",
        header: t("area.name"),
        value: (row) => `${row.areaName} ${row.serviceName}`,
        cell: (row) => <Subject row={row} />,
        heading: true,
      },
      {
        id: "state",
        header: t("review.state"),
        value: (row) => t(`reportState.${row.state}`),
        cell: (row) => <StateBadge kind={STATE_KINDS[row.state]} word={t(`reportState.${row.state}`)} />,
      },
      {
        id: "acts",
        header: t("review.acts"),
        value: () => null,
        sortable: false,
        cell: (row) => (
          <span style={{ display: "inline-flex", gap: "var(--space-2)" }}>
            {row.viewerCan.approve ? (
              <Button size="compact-sm" onClick={() => onApprove(row)}>
                {t("review.approve")}
              </Button>
            ) : null}
            {row.viewerCan.return ? (
              <Button size="compact-sm" variant="default" onClick={() => onReturn(row)}>
                {t("review.return")}
              </Button>
            ) : null}
            {row.viewerCan.reopen ? (
              <Button size="compact-sm" variant="default" onClick={() => onReopen(row)}>
                {t("review.reopen")}
              </Button>
            ) : null}
            <Button size="compact-sm" variant="subtle" onClick={() => onHistory(row)}>
              {t("review.history")}
            </Button>
          </span>
        ),
      },
      {
        id: "flags",
        header: t("review.flags"),
        value: (row) => row.flags.length,
        cell: (row) => row.flags.map((flag) => <FlagLine key={flag.measure} flag={flag} />),
      },
      ...FIGURE_FIELDS.map(
        (field): Column<ReviewRow> => ({
          id: field,
          header: t(`figure.${field}`),
          value: (row) => row.figures[field],
          cell: (row) => (row.figures[field] === null ? "–" : format.decimal(String(row.figures[field]).replace(/\.00$/, ""))),
          numeric: true,
          hidden: HIDDEN.has(field),
        }),
      ),
    ],
    [t, format],
  );
  return (
    <DataTable
      label={t("review.reports")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      loading={list.loading}
      error={list.error ? <FailureState error={list.error} /> : undefined}
      empty={{ what: t("review.empty") }}
      more={{ hasMore: list.hasMore, loading: list.loadingMore, load: list.loadMore }}
      tools={props.tools}
    />
  );
}

/** Left out until somebody chooses them, so that the row fits a screen. */
const HIDDEN: ReadonlySet<string> = new Set(["carriedOver", "processedInTime"]);

function Subject({ row }: { readonly row: ReviewRow }): ReactElement {
  return (
    <>
      {row.areaName}
      <div style={{ fontWeight: 400, minInlineSize: "10rem" }}>{row.serviceName}</div>
    </>
  );
}

function FlagLine({ flag }: { readonly flag: ReviewRow["flags"][number] }): ReactElement {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const measure = flag.measure === "meanHours" ? t("review.meanHours") : t(`figure.${flag.measure}`);
  const write = (value: string): string => format.decimal(value.replace(/\.00$/, ""));
  return <StateBadge kind="problem" word={t("review.flag", { measure, value: write(flag.value), median: write(flag.median) })} />;
}
