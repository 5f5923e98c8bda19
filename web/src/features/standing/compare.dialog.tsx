import { useQuery } from "@apollo/client/react";
import { Modal } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { CompareSubjectsQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import styles from "./standing.module.css";
import { CompareDocument } from "./standing.query.ts";
import { useMetricValue } from "./words.ts";

type Comparison = CompareSubjectsQuery["compareSubjects"];
type Row = Comparison["metrics"][number];

/** Two areas beside each other: where one is ahead, and by how many points. */
export function Component(): ReactElement {
  const { t } = useTranslation(["standing", "common"]);
  const { round = "", first = "", second = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigateOnce();
  const { data, error } = useQuery(CompareDocument, { variables: { round, first, second }, fetchPolicy: "cache-and-network" });
  const found = data?.compareSubjects ?? null;
  return (
    <Modal
      opened
      size="xl"
      onClose={() => navigate(`../?${search}`, { preventScrollReset: true })}
      title={found ? t("compare.title", { first: found.first.area.name, second: found.second.area.name }) : t("page.compare")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {error && !found ? <QueryError error={error} /> : found ? <Compared comparison={found} /> : <SkeletonLines />}
    </Modal>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { t } = useTranslation("standing");
  const columns = useColumns(comparison);
  return (
    <>
      <Sentence comparison={comparison} />
      <DataTable
        plain
        name="compare."
        label={t("page.compare")}
        columns={columns}
        rows={comparison.metrics}
        rowKey={(row) => row.metric}
        empty={{ what: t("page.rankedEmpty") }}
      />
    </>
  );
}

function Sentence({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { t } = useTranslation("standing");
  const { first, second, metrics } = comparison;
  const difference = Number(comparison.difference);
  if (difference === 0) return <p className={styles.sentence}>{t("compare.equal")}</p>;
  const sign = difference > 0 ? 1 : -1;
  const [ahead, behind] = difference > 0 ? [first, second] : [second, first];
  const [most] = [...metrics].sort((a, b) => sign * (Number(b.difference) - Number(a.difference)));
  const metric = most ? t(`metric.${most.metric}`) : "";
  const words = { ahead: ahead.area.name, behind: behind.area.name, difference: Math.abs(difference).toFixed(2), metric };
  return <p className={styles.sentence}>{t("compare.ahead", words)}</p>;
}

function useColumns({ first, second }: Comparison): readonly Column<Row>[] {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const inUnits = useMetricValue();
  return useMemo(() => {
    const figure = (id: string, header: string, value: (row: Row) => string): Column<Row> => ({
      id,
      header,
      value,
      numeric: true,
      sortable: false,
    });
    const [one, other] = [{ name: first.area.name }, { name: second.area.name }];
    return [
      { id: "metric", header: t("why.metric"), value: (row) => t(`metric.${row.metric}`), heading: true, sortable: false },
      figure("firstValue", t("compare.value", one), (row) => inUnits(row.metric, row.firstValue)),
      figure("secondValue", t("compare.value", other), (row) => inUnits(row.metric, row.secondValue)),
      figure("firstPoints", t("compare.points", one), (row) => format.decimal(row.firstPoints, 2)),
      figure("secondPoints", t("compare.points", other), (row) => format.decimal(row.secondPoints, 2)),
      figure("difference", t("compare.difference"), (row) => format.decimal(row.difference, 2)),
    ];
  }, [t, format, inUnits, first, second]);
}
