import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ImportRunPageQuery } from "../../gql/graphql.ts";
import { failureOf } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { Changes } from "./changes.tsx";
import { Counts } from "./counts.tsx";
import { ImportRunQuery } from "./import-documents.ts";
import { NextStep } from "./next-step.tsx";
import { Refusals } from "./refusals.tsx";
import { RunBadge } from "./run-badge.tsx";
import { Understood } from "./understood.tsx";

/** A run as its page reads it. */
export type Run = NonNullable<ImportRunPageQuery["importRun"]>;

const POLL_MS = 700;

/** One import: how far it is, what was understood, what is wrong, what changes, and what to do next. */
export function Component(): ReactElement {
  const { t } = useTranslation("imports");
  const { id = "" } = useParams();
  const language = useLanguage();
  const format = useFormat();
  const failureWords = useFailureWords();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportRunQuery, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const run = data?.importRun ?? null;
  const going = run?.state === "WAITING" || run?.state === "RUNNING";
  if (going) startPolling(POLL_MS);
  else stopPolling();
  const crumbs = [{ label: t("title"), to: `/${language}/app/imports` }, { label: run?.fileName ?? "…" }];
  return (
    <Page
      title={run ? t("run.title", { kind: t(`kind.${run.kind}`), name: run.fileName }) : t("title")}
      lead={run ? format.dateTime(run.createdAt, { showZone: true }) : undefined}
      breadcrumbs={crumbs}
      actions={run ? <RunBadge run={run} /> : undefined}
      loading={!data && !error}
    >
      {error && !run ? <ErrorState title={failureWords(failureOf(error))} next="" retry={() => void refetch()} /> : null}
      {data && !run ? <ErrorState title={t("run.absent")} next={t("run.absentNext")} /> : null}
      {run ? <RunContent run={run} going={going} /> : null}
    </Page>
  );
}

function RunContent({ run, going }: { readonly run: Run; readonly going: boolean }): ReactElement {
  const { t } = useTranslation("imports");
  if (going)
    return (
      <>
        <ProgressBar label={t(run.state === "WAITING" ? "run.waiting" : "run.reading")} done={run.rowsRead} total={run.rowsTotal} />
        <p>{t("run.leave")}</p>
      </>
    );
  return (
    <>
      <Ending run={run} />
      {run.state === "FAILED" ? null : <Counts run={run} />}
      <NextStep run={run} />
      {run.understood ? <Understood understood={run.understood} /> : null}
      {run.rowsRefused > 0 ? <Refusals run={run} /> : null}
      {run.rowsNew + run.rowsChanged > 0 ? <Changes run={run} /> : null}
    </>
  );
}

function Ending({ run }: { readonly run: Run }): ReactElement {
  const { t } = useTranslation("imports");
  const common = useTranslation("common").t;
  if (run.state === "FAILED")
    return (
      <Notice kind="problem" title={t(run.faultId ? "run.failed" : "run.interrupted")} takesFocus>
        <p>{t("run.nothingWritten")}</p>
        {run.faultId ? <p>{common("failure.code", { code: run.faultId })}</p> : null}
      </Notice>
    );
  if (run.state === "REFUSED") return <Notice kind="problem" title={t(run.dryRun ? "run.wouldRefuse" : "run.refused")} takesFocus />;
  if (run.dryRun) return <Notice kind="waiting" title={t("run.tried")} takesFocus />;
  return <Notice kind="saved" title={t(run.rowsNew + run.rowsChanged > 0 ? "run.done" : "run.doneNothing")} takesFocus />;
}
