import { LIMITS } from "@isonga/schema/limits";
import { Button, NumberInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { CreditDowntimeDocument } from "../round.mutations.ts";
import styles from "../rounds.module.css";
import type { RoundParts } from "../use-round.ts";

/** Gives a round back the time during which the platform was down: what runs ends later, what comes moves, and all who take part are told. */
export function CreditDowntime({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const { act, busy, failure } = useAct(CreditDowntimeDocument);
  const [minutes, setMinutes] = useState<number | string>("");
  const [reason, setReason] = useState("");
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { id: round.id, version: round.version, minutes: Number(minutes) || 0, reason };
    const data = await act({ input });
    setDone(data !== null);
    if (data) setMinutes("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={useFormProblems(failure)} />
      <p className={styles.note}>{t("downtime.lead")}</p>
      <NumberInput
        id="minutes"
        label={t("downtime.minutes")}
        min={1}
        allowDecimal={false}
        value={minutes}
        onChange={(value) => {
          setDone(false);
          setMinutes(value);
        }}
      />
      <GrowingText
        id="downtime-reason"
        label={t("downtime.reason")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {done ? <Notice kind="saved" title={t("downtime.done")} /> : null}
      <div>
        <Button type="submit" variant="default" loading={busy}>
          {t("downtime.act")}
        </Button>
      </div>
    </form>
  );
}
