import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ErrorSummary, type FormProblem } from "../../../ui/error-summary.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { KnownFailure } from "../failure-state.tsx";
import { ReturnedNotice } from "../returned-notice.tsx";
import { GridCards } from "./grid-cards.tsx";
import { GridFooter } from "./grid-footer.tsx";
import { GridTable } from "./grid-table.tsx";
import { useMonth } from "./use-month.ts";

/** The monthly grid: services down, figures across; on a phone one service a step. */
export function Component(): ReactElement {
  const { areaId = "", month = "" } = useParams();
  const { t } = useTranslation("reports");
  const format = useFormat();
  const language = useLanguage();
  const failureWords = useFailureWords();
  const work = useMonth({ areaId, month });
  const phone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [submitted, setSubmitted] = useState(0);
  const { reload } = work;
  const onSubmitted = useCallback(
    (count: number) => {
      setProblems([]);
      setSubmitted(count);
      reload();
    },
    [reload],
  );
  const grid = work.known?.grid;
  const area = grid?.area.name ?? "";
  return (
    <Page
      title={grid ? t("grid.title", { area, month: format.month(month) }) : t("title")}
      lead={grid ? <Lead dueAt={grid.dueAt} timeZone={grid.timeZone} keptAt={work.known?.keptAt ?? null} /> : undefined}
      breadcrumbs={[
        { label: t("title"), to: `/${language}/app/reports` },
        ...(grid ? [{ label: area, to: `/${language}/app/reports/${areaId}` }] : []),
        { label: format.month(month) },
      ]}
      loading={!grid && work.failure === null}
    >
      {work.failure ? <KnownFailure failure={work.failure} retry={work.reload} /> : null}
      {grid ? (
        <>
          <ErrorSummary problems={problems} />
          {submitted > 0 ? <Notice kind="saved" title={t("grid.submitted", { count: submitted })} takesFocus /> : null}
          <ReturnedNotice rows={work.rows} />
          {grid.rows.length === 0 ? <Notice kind="waiting" title={t("grid.noServices", { area })} /> : null}
          {phone ? <GridCards grid={grid} work={work} /> : <GridTable grid={grid} work={work} />}
          <GridFooter
            grid={grid}
            work={work}
            onProblems={setProblems}
            onSubmitted={onSubmitted}
            onFailure={(failure) => setProblems([{ words: failureWords(failure) }])}
          />
        </>
      ) : null}
    </Page>
  );
}

function Lead(props: { readonly dueAt: string; readonly timeZone: string; readonly keptAt: string | null }): ReactElement {
  const { t } = useTranslation("reports");
  const format = useFormat();
  const until = new Date(new Date(props.dueAt).getTime() - 60_000);
  return (
    <>
      {t("grid.due", { moment: format.dateTime(until, { timeZone: props.timeZone, showZone: true }) })}
      {props.keptAt ? <> {t("grid.kept", { moment: format.dateTime(props.keptAt) })}</> : null}
    </>
  );
}
