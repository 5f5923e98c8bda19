import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { Connectivity } from "../agreement/connectivity.tsx";
import styles from "../table.module.css";
import { RankIntervalsDocument, type Table } from "../table.query.ts";
import { type TableContext, useSearchValue } from "../use-table.ts";
import { Minutes } from "./minutes.tsx";
import { StageActs } from "./stage-acts.tsx";
import { readWeights, tried, type Weights, writeWeights } from "./standing-rows.ts";
import { StandingTable } from "./standing-table.tsx";
import { WhatIf } from "./what-if.tsx";

/** Who stands where: the record beside the severity-adjusted scores, how sure the ranks are, the line, and what was decided. */
export function StandingTab({ table, refetch }: TableContext): ReactElement {
  const { t } = useTranslation("table");
  const { stage, entries } = table;
  const hasScores = entries.some(({ score }) => score !== null);
  return (
    <>
      <StageActs stage={stage} refetch={refetch} />
      {hasScores ? <Standing table={table} /> : <EmptyState what={t("standing.none")} />}
      <Minutes key={stage.version} stage={stage} />
    </>
  );
}

function Standing({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  const { stage } = table;
  const { criteria, mode } = stage.rubric;
  const [text, setText] = useSearchValue("weights");
  const weights = useMemo(() => readWeights(text, criteria), [text, criteria]);
  const { data } = useQuery(RankIntervalsDocument, { variables: { stageId: stage.id }, skip: mode === "PAIRWISE" });
  const rows = useMemo(() => {
    const intervals = new Map(data?.rankIntervals.map((interval) => [interval.reference, interval]));
    const other = tried(table, weights);
    return table.entries.map((entry) => ({
      ...entry,
      interval: intervals.get(entry.reference) ?? null,
      whatIf: other.get(entry.reference) ?? null,
    }));
  }, [table, data, weights]);
  const isTrying = Object.keys(weights).length > 0;
  const onWeights = (next: Weights): void => setText(writeWeights(next));
  const mayDecide = stage.viewerCan.lead && (stage.state === "SCORING" || stage.state === "DISCUSSION");
  return (
    <>
      {mode === "SCORES" ? <Connectivity table={table} /> : null}
      <Section
        title={t("standing.title")}
        actions={
          mayDecide ? (
            <Button component={Link} to="line?tab=standing" preventScrollReset variant="default">
              {t("line.open")}
            </Button>
          ) : undefined
        }
      >
        <p className={styles.sentence}>{t("standing.how")}</p>
        <Cut table={table} />
        {isTrying ? (
          <div className={styles.notice}>
            <Notice kind="waiting" title={t("whatIf.notice")} />
          </div>
        ) : null}
        <StandingTable table={table} rows={rows} isTrying={isTrying} mayDecide={mayDecide} />
      </Section>
      {mode === "SCORES" ? <WhatIf criteria={criteria} weights={weights} onChange={onWeights} /> : null}
    </>
  );
}

type CutRules = { readonly kind: string; readonly places?: number; readonly within?: string; readonly from?: string | number };

/** The published cut in words. */
function Cut({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  const cut = table.stage.cut as CutRules;
  const words =
    cut.kind === "TOP"
      ? t(cut.within === "AFFAIR" ? "cut.topAffair" : cut.within === "LEAGUE" ? "cut.topLeague" : "cut.top", { count: cut.places ?? 0 })
      : cut.kind === "THRESHOLD"
        ? t("cut.threshold", { from: String(cut.from ?? 0) })
        : t("cut.none");
  return <p className={styles.sentence}>{words}</p>;
}
