import { useQuery } from "@apollo/client/react";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProgressBar } from "../../../ui/progress-bar.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { FailureState, KnownFailure } from "../failure-state.tsx";
import { HistoryDialog } from "../grid/history-dialog.tsx";
import { APPROVE, COUNTS, REPORT_FIELDS } from "../report-documents.ts";
import { LockReports } from "./lock-reports.tsx";
import { type ReasonAct, ReasonDialog } from "./reason-dialog.tsx";
import { REVIEW, REVIEW_COUNTS } from "./review-documents.ts";
import { type ReviewRow, ReviewTable } from "./review-table.tsx";

type BulkApproval = { readonly onlyComplete: boolean; readonly onlyUnflagged: boolean };

/** A coordinator's month: how complete it is, what stands out, and approving or returning. */
export function Component(): ReactElement {
  const { areaId = "", month = "" } = useParams();
  const { t } = useTranslation("reports");
  const format = useFormat();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const flagged = params.get("only") === "flagged" ? true : null;
  const submitted = params.get("waiting") === "yes";
  const head = useQuery(REVIEW_COUNTS, { variables: { areaId, month }, fetchPolicy: "cache-and-network" });
  const list = useConnection(REVIEW, {
    variables: { areaId, month, flagged, states: submitted ? ["SUBMITTED"] : null },
    pick: pickReports,
  });
  const rows = useMemo(
    () =>
      list.rows.map((row): ReviewRow => ({ ...readFragment(REPORT_FIELDS, row), areaName: row.area.name, serviceName: row.service.name })),
    [list.rows],
  );
  const [dialog, setDialog] = useState<{ readonly kind: ReasonAct | "history"; readonly row: ReviewRow } | null>(null);
  const [done, setDone] = useState("");
  const approve = useAct(APPROVE);
  const again = (said: string): void => {
    setDone(said);
    setDialog(null);
    void head.refetch();
    list.refetch();
  };
  const approveAll = async (choice: BulkApproval): Promise<void> => {
    const data = await approve.act({ input: { areaMonth: { areaId, month, ...choice }, reports: null } });
    if (data) again(t("review.approved", { count: data.approveReports.count ?? 0 }));
  };
  const approveOne = async (row: ReviewRow): Promise<void> => {
    const data = await approve.act({ input: { reports: [{ id: row.id, version: row.version }], areaMonth: null } });
    if (data) again(t("review.approved", { count: 1 }));
  };
  const overview = head.data?.reportOverview;
  const counts = overview ? readFragment(COUNTS, overview.counts) : null;
  const name = overview?.area.name ?? "";
  const filter = (key: string, value: string, on: boolean): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (on) next.set(key, value);
      else next.delete(key);
      return next;
    });
  return (
    <Page
      title={t("review.title", { area: name, month: format.month(month) })}
      breadcrumbs={[
        { label: t("title"), to: `/${language}/app/reports` },
        { label: name, to: `/${language}/app/reports/${areaId}` },
        { label: t("review.crumb") },
      ]}
      loading={head.loading && !overview}
      actions={
        counts ? (
          <>
            {counts.submitted > 0 ? (
              <ApproveButtons busy={approve.busy} flagged={counts.flagged > 0} onApprove={(choice) => void approveAll(choice)} />
            ) : null}
            {overview?.viewerCan.lock === true && counts.approved > counts.locked ? (
              <LockReports areaId={areaId} area={name} month={month} count={counts.approved - counts.locked} onDone={again} />
            ) : null}
          </>
        ) : undefined
      }
    >
      <div style={{ display: "grid", gap: "var(--space-5)" }}>
        {head.error && !overview ? <FailureState error={head.error} /> : null}
        {approve.failure ? <KnownFailure failure={approve.failure} /> : null}
        {done ? <Notice kind="saved" title={done} takesFocus /> : null}
        {counts ? (
          <ProgressBar
            counted
            label={t("area.progress", { done: counts.approved, expected: counts.expected })}
            done={counts.approved}
            total={counts.expected}
          />
        ) : null}
        <ReviewTable
          rows={rows}
          list={list}
          tools={
            <>
              <Checkbox
                label={t("review.onlyFlagged")}
                checked={flagged === true}
                onChange={(event) => filter("only", "flagged", event.currentTarget.checked)}
              />
              <Checkbox
                label={t("review.onlySubmitted")}
                checked={submitted}
                onChange={(event) => filter("waiting", "yes", event.currentTarget.checked)}
              />
            </>
          }
          onApprove={(row) => void approveOne(row)}
          onReturn={(row) => setDialog({ kind: "return", row })}
          onReopen={(row) => setDialog({ kind: "reopen", row })}
          onHistory={(row) => setDialog({ kind: "history", row })}
        />
      </div>
      {dialog?.kind === "history" ? <HistoryDialog reportId={dialog.row.id} onClose={() => setDialog(null)} /> : null}
      {dialog && dialog.kind !== "history" ? (
        <ReasonDialog kind={dialog.kind} row={dialog.row} onClose={() => setDialog(null)} onDone={again} />
      ) : null}
    </Page>
  );
}

function ApproveButtons(props: {
  readonly busy: boolean;
  readonly flagged: boolean;
  readonly onApprove: (choice: BulkApproval) => void;
}): ReactElement {
  const { t } = useTranslation("reports");
  return (
    <>
      <Button loading={props.busy} onClick={() => props.onApprove({ onlyComplete: false, onlyUnflagged: props.flagged })}>
        {t(props.flagged ? "review.approveQuiet" : "review.approveAll")}
      </Button>
      <Button variant="default" loading={props.busy} onClick={() => props.onApprove({ onlyComplete: true, onlyUnflagged: false })}>
        {t("review.approveComplete")}
      </Button>
    </>
  );
}

function pickReports<Connection>(data: { readonly reports: Connection }): Connection {
  return data.reports;
}
