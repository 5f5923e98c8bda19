import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DateField } from "../../ui/dates/date-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import { localTimeZone, useFormat } from "../../ui/use-format.ts";
import styles from "./decisions.module.css";
import { PublishDocument } from "./decisions.query.ts";
import type { Content, Preview } from "./publish.page.tsx";

/** Embargo, the reason of a correction, and the act: confirmed by typing the round's code, since it cannot be undone. */
export function PublishForm(props: { readonly preview: Preview; readonly content: Content; readonly refetch: () => void }): ReactElement {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const navigate = useNavigate();
  const { preview, content } = props;
  const { act, busy, failure } = useAct(PublishDocument);
  const problems = useFormProblems(failure);
  const [embargo, setEmbargo] = useState("");
  const [unread, setUnread] = useState(false);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const embargoUntil = embargo === "" ? null : new Date(embargo).toISOString();
  const isStale = failure?.kind === "refused" && failure.refusals.some(({ code }) => code === "STANDING_CHANGED");

  const publish = async (): Promise<void> => {
    const correction = { correctsNumber: preview.correctsNumber, reason: preview.correctsNumber === null ? null : reason };
    const done = await act({ input: { roundId: preview.roundId, expectedStandingHash: preview.hash, embargoUntil, ...correction } });
    setAsked(false);
    if (done !== null) void navigate("../decisions", { relative: "path" });
  };

  return (
    <div className={styles.form}>
      <ErrorSummary problems={problems} />
      {isStale ? <Button onClick={props.refetch}>{t("publish.again")}</Button> : null}
      {preview.correctsNumber === null ? null : (
        <GrowingText
          id="reason"
          label={t("publish.reason", { number: preview.correctsNumber })}
          description={t("stage.reasonShown")}
          minRows={2}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <DateField
        id="embargoUntil"
        kind="moment"
        label={t("publish.embargo")}
        description={t("publish.embargoHint", { zone: localTimeZone() })}
        value={embargo}
        onChange={(moment, whole) => {
          setEmbargo(moment);
          setUnread(!whole);
        }}
      />
      <div className={styles.formActs}>
        <Button disabled={unread} onClick={() => setAsked(true)}>
          {t("publish.do")}
        </Button>
      </div>
      <ConfirmDialog
        opened={asked}
        title={t("publish.confirmTitle")}
        act={t("publish.do")}
        word={content.round.code}
        busy={busy}
        onConfirm={() => void publish()}
        onClose={() => setAsked(false)}
      >
        {embargoUntil === null
          ? t("publish.confirmNow")
          : t("publish.confirmLater", { moment: format.dateTime(embargoUntil, { showZone: true }) })}
      </ConfirmDialog>
    </div>
  );
}
