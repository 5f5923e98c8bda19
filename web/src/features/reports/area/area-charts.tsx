import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LineChart } from "../../../ui/charts/line-chart.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";

/** A month of an area as the charts need it; sums as whole numbers in text, the mean as a decimal. */
export type ChartMonth = {
  readonly month: string;
  /** Reports that are summed; none makes a gap in the line. */
  readonly reports: number;
  readonly received: string;
  readonly processed: string;
  readonly selfApplications: string;
  readonly meanHours: string | null;
};

/** An area's months as lines, each with its table. */
export function AreaCharts({ months }: { readonly months: readonly ChartMonth[] }): ReactElement {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const categories = months.map(({ month }) => format.month(month, { short: true }));
  const values = (field: "received" | "processed" | "selfApplications"): (number | null)[] =>
    months.map((month) => (month.reports === 0 ? null : Number(month[field])));
  return (
    <Section title={t("chart.title")}>
      <LineChart
        label={t("chart.volume")}
        categories={categories}
        series={[
          { name: t("chart.received"), values: values("received") },
          { name: t("chart.processed"), values: values("processed") },
          { name: t("chart.self"), values: values("selfApplications") },
        ]}
      />
      <LineChart
        label={t("chart.hours")}
        categories={categories}
        series={[{ name: t("chart.hours"), values: months.map(({ meanHours }) => (meanHours === null ? null : Number(meanHours))) }]}
      />
    </Section>
  );
}
