import { useQuery } from "@apollo/client/react";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { type DocumentType } from "../../../gql/gql.ts";
import type { CountsFragment } from "../../../gql/graphql.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { ProgressBar } from "../../../ui/progress-bar.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { FailureState } from "../failure-state.tsx";
import { AREA, COUNTS } from "../report-documents.ts";
import { AreaCharts } from "./area-charts.tsx";
import { lastMonths } from "./last-months.ts";

type Data = DocumentType<typeof AREA>;
type Row = { readonly key: string; readonly name: string; readonly counts: CountsFragment };

/** An area's months with how far their reports have come, the areas below it, and its twelve months as charts. */
export function Component(): ReactElement {
  const { areaId = "" } = useParams();
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const window = useMemo(() => lastMonths(new Date(), 12), []);
  const { data, error, loading, refetch } = useQuery(AREA, {
    variables: { areaId, ...window, after: null },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Page
      title={data?.reportOverview.area.name ?? t("title")}
      breadcrumbs={[{ label: t("title"), to: `/${language}/app/reports` }, ...(data ? [{ label: data.reportOverview.area.name }] : [])]}
      loading={loading && !data}
    >
      {error && !data ? <FailureState error={error} retry={() => void refetch()} /> : null}
      {data ? <Area data={data} areaId={areaId} /> : null}
    </Page>
  );
}

function Area({ data, areaId }: { readonly data: Data; readonly areaId: string }): ReactElement {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const children = data.reportOverview.children.nodes;
  const months = useMemo(
    () =>
      data.reportMonths.map((month) => ({
        key: month.month,
        name: format.month(month.month).replaceAll(" ", "\u00a0"),
        counts: readFragment(COUNTS, month.counts),
      })),
    [data, format],
  );
  const areas = useMemo(
    () => children.map(({ area, counts }) => ({ key: area.id, name: area.name, counts: readFragment(COUNTS, counts) })),
    [children],
  );
  const leaf = children.length === 0;
  const monthColumns = useColumns(t("area.month"), (row) => (
    <Link to={leaf ? `../${areaId}/${row.key}` : `../${areaId}/${row.key}/review`} relative="path">
      {row.name}
    </Link>
  ));
  const areaColumns = useColumns(t("area.name"), (row) => (
    <Link to={`../${row.key}`} relative="path">
      {row.name}
    </Link>
  ));
  const counts = readFragment(COUNTS, data.reportOverview.counts);
  return (
    <>
      <ProgressBar
        counted
        label={t("area.progress", { done: counts.approved, expected: counts.expected })}
        done={counts.approved}
        total={counts.expected}
      />
      <Section title={t("area.months")}>
        <DataTable
          label={t("area.months")}
          name="months."
          columns={monthColumns}
          rows={months}
          rowKey={(row) => row.key}
          empty={{ what: t("area.noMonths") }}
          plain
        />
      </Section>
      {leaf ? null : (
        <Section title={t("area.below")}>
          <DataTable
            label={t("area.below")}
            name="areas."
            columns={areaColumns}
            rows={areas}
            rowKey={(row) => row.key}
            empty={{ what: t("area.noMonths") }}
          />
        </Section>
      )}
      <AreaCharts months={data.areaSeries} />
    </>
  );
}

const COUNT_FIELDS = ["expected", "missing", "drafted", "submitted", "approved", "onTime", "late", "flagged"] as const;

function useColumns(heading: string, link: (row: Row) => ReactElement): readonly Column<Row>[] {
  const { t } = useTranslation("reports");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is a new function each time but always says the same
  return useMemo(
    () => [
      { id: "name", header: heading, value: (row: Row) => row.key, cell: link, heading: true },
      ...COUNT_FIELDS.map(
        (field): Column<Row> => ({
          id: field,
          header: t(`area.${field}`),
          value: (row) => row.counts[field],
          numeric: true,
          quietZero: field !== "expected",
        }),
      ),
    ],
    [heading, t],
  );
}
