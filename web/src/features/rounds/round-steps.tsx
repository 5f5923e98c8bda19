import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { BeginDecisionDocument, OpenRoundDocument } from "./round.mutations.ts";
import styles from "./rounds.module.css";
import type { RoundParts } from "./use-round.ts";

/** The next step of a round for whoever may take it: what is missing before it opens, then the step itself, confirmed by its code. */
export function RoundSteps({ round }: { readonly round: RoundParts }): ReactElement | null {
  const { t } = useTranslation("rounds");
  if (round.viewerCan.open && round.missing.length > 0)
    return (
      <Notice kind="waiting" title={t("missing.title")}>
        <ul>
          {round.missing.map((gap) => (
            <li key={gap}>{t(`missing.${gap}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  if (round.viewerCan.open) return <OpenStep round={round} />;
  return round.viewerCan.beginDecision ? <DecideStep round={round} /> : null;
}

function OpenStep({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const { act, busy, failure } = useAct(OpenRoundDocument);
  return (
    <Step
      round={round}
      words={{ act: t("actions.open"), title: t("open.title"), text: t("open.text") }}
      busy={busy}
      problems={useFormProblems(failure)}
      onConfirm={() => act({ input: { id: round.id, version: round.version } })}
    />
  );
}

/** Stages that may run while it is decided. */
const DECIDING: readonly RoundParts["stages"][number]["kind"][] = ["STANDING", "DECISION", "PUBLICATION"];

function DecideStep({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const { act, busy, failure } = useAct(BeginDecisionDocument);
  const early = round.stages.some((stage) => !DECIDING.includes(stage.kind) && stage.state !== "PAST");
  return (
    <Step
      round={round}
      words={{ act: t("actions.decide"), title: t("decide.title"), text: t(early ? "decide.early" : "decide.text") }}
      busy={busy}
      problems={useFormProblems(failure)}
      onConfirm={() => act({ input: { id: round.id, version: round.version } })}
    />
  );
}

function Step(props: {
  readonly round: RoundParts;
  readonly words: { readonly act: string; readonly title: string; readonly text: string };
  readonly busy: boolean;
  readonly problems: ReturnType<typeof useFormProblems>;
  readonly onConfirm: () => Promise<unknown>;
}): ReactElement {
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    await props.onConfirm();
    setAsking(false);
  };
  return (
    <div className={styles.form}>
      <ErrorSummary problems={props.problems} />
      <div className={styles.actions}>
        <Button onClick={() => setAsking(true)}>{props.words.act}</Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={props.words.title}
        act={props.words.act}
        word={props.round.code}
        busy={props.busy}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <p>{props.words.text}</p>
      </ConfirmDialog>
    </div>
  );
}
