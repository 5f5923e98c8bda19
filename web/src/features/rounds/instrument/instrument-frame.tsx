import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { ReviseInstrumentDocument, SaveInstrumentDocument } from "../round.mutations.ts";
import styles from "../rounds.module.css";
import type { RoundParts } from "../use-round.ts";

/** What an instrument's editor hands on to the form around it. */
export type InstrumentFrameProps = {
  readonly round: RoundParts;
  /** Why a frozen instrument gets another version. */
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onSaved: () => void;
};

/** The form around an instrument's editor, of either kind: saves a draft's, or writes a new version of a frozen one with its reason. */
export function InstrumentFrame(
  props: InstrumentFrameProps & {
    /** What is sent. */
    readonly definition: () => object;
    readonly children: ReactNode;
  },
): ReactElement {
  const { round, definition, reason, children } = props;
  const { t } = useTranslation("rounds");
  const navigate = useNavigate();
  const frozen = round.state !== "DRAFT";
  const save = useAct(SaveInstrumentDocument);
  const revise = useAct(ReviseInstrumentDocument);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { id: round.id, version: round.version, definition: definition() };
    const done = frozen ? await revise.act({ input: { ...input, reason } }) : await save.act({ input });
    if (done === null) return;
    props.onSaved();
    await navigate("..", { relative: "path" });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={useFormProblems(frozen ? revise.failure : save.failure)} />
      {frozen ? <Notice kind="locked" title={t("instrument.frozen")} /> : null}
      {children}
      <div className={styles.end}>
        {frozen ? (
          <GrowingText
            id="reason"
            label={t("instrument.reason")}
            description={t("instrument.reasonHint")}
            minRows={2}
            maxLength={LIMITS.reasonLength}
            value={reason}
            onChange={(event) => props.onReason(event.currentTarget.value)}
          />
        ) : null}
        <div>
          <Button type="submit" loading={save.busy || revise.busy}>
            {t(frozen ? "instrument.revise" : "instrument.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
