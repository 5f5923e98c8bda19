import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ReportState } from "../../../gql/graphql.ts";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import type { CellRow } from "./grid-cells.ts";

/** Where the report of a row stands, once it is more than a draft; returned ones say so. */
export function RowState({ row }: { readonly row: CellRow }): ReactElement | null {
  const { t } = useTranslation("reports");
  const report = row.row.report;
  if (!report) return null;
  if (report.state === "DRAFT") return report.returnReason ? <StateBadge kind="problem" word={t("reportState.RETURNED")} /> : null;
  return <StateBadge kind={STATE_KINDS[report.state]} word={t(`reportState.${report.state}`)} />;
}

/** The look of each state of a report. */
export const STATE_KINDS: Readonly<Record<ReportState, StateKind>> = {
  DRAFT: "draft",
  SUBMITTED: "waiting",
  APPROVED: "saved",
  LOCKED: "locked",
};
