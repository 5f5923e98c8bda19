import { useQuery } from "@apollo/client/react";
import { FIGURE_FIELDS } from "@isonga/schema/report-rules";
import { Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { SkeletonLines } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { FailureState } from "../failure-state.tsx";
import { HISTORY } from "../review/review-documents.ts";

/** Who changed what in a report, when, before and after. */
export function HistoryDialog({ reportId, onClose }: { readonly reportId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation(["reports", "common"]);
  const format = useFormat();
  const { data, error } = useQuery(HISTORY, { variables: { reportId }, fetchPolicy: "network-only" });
  return (
    <Modal opened onClose={onClose} title={t("history.title")} closeButtonProps={{ "aria-label": t("common:close") }} size="lg">
      {error ? <FailureState error={error} /> : null}
      {!data && !error ? <SkeletonLines /> : null}
      <ol style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "var(--space-4)" }}>
        {data?.reportHistory.map((event) => (
          <li key={event.id}>
            <strong>{event.by ?? t("history.platform")}</strong> · {format.dateTime(event.at)}
            {event.reason ? <div>{t("history.because", { reason: event.reason })}</div> : null}
            {event.changes.map((change) => (
              <Change key={change.field} change={change} />
            ))}
          </li>
        ))}
      </ol>
    </Modal>
  );
}

type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

function Change({ change }: { readonly change: FieldChange }): ReactElement {
  const { t } = useTranslation("reports");
  const figure = FIGURE_FIELDS.find((field) => field === change.field);
  const field = figure ? t(`figure.${figure}`) : t(change.field === "state" ? "history.state" : "history.returnReason");
  const write = (value: string | null): string => {
    if (value === null) return t("history.nothing");
    const state = (["DRAFT", "SUBMITTED", "APPROVED", "LOCKED"] as const).find((one) => change.field === "state" && one === value);
    return state ? t(`reportState.${state}`) : value;
  };
  return <div>{t("history.change", { field, before: write(change.before), after: write(change.after) })}</div>;
}
