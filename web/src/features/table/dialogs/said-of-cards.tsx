import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import styles from "../table.module.css";
import { ReopenTableCardDocument } from "../table.mutations.ts";
import type { DiscussionCard, Table } from "../table.query.ts";
import { useJudgeName } from "../words.ts";

type SaidProps = { readonly cards: readonly DiscussionCard[]; readonly stage: Table["stage"]; readonly onReopened: () => void };

/** What judges said of an entry, to each other and to the applicant; the chair may open a card again with a reason. */
export function SaidOfCards({ cards, stage, onReopened }: SaidProps): ReactElement | null {
  const { t } = useTranslation("table");
  const nameOf = useJudgeName();
  if (cards.length === 0) return null;
  return (
    <section>
      <h3 className={styles.part}>{t("said.title")}</h3>
      {cards.map((card) => (
        <article key={card.assignmentId}>
          <h4>
            {nameOf(card)} {card.inGrace ? <StateBadge kind="waiting" word={t("said.inGrace")} /> : null}{" "}
            {card.fromPaper ? <StateBadge kind="saved" word={t("said.fromPaper")} /> : null}
          </h4>
          <Comments card={card} stage={stage} />
          {stage.viewerCan.lead ? <Reopen card={card} onReopened={onReopened} /> : null}
        </article>
      ))}
    </section>
  );
}

function Comments({ card, stage }: { readonly card: DiscussionCard; readonly stage: Table["stage"] }): ReactElement {
  const { t } = useTranslation("table");
  const nameOf = (code: string) => stage.rubric.criteria.find((criterion) => criterion.code === code)?.name ?? code;
  const failed = stage.rubric.failReasons.filter(({ code }) => Array.isArray(card.failReasons) && card.failReasons.includes(code));
  const said = [
    ...(card.abstainReason === null ? [] : [{ key: "abstained", words: t("said.abstained", { text: card.abstainReason }) }]),
    ...(failed.length === 0 ? [] : [{ key: "failed", words: t("said.failed", { reasons: failed.map(({ name }) => name) }) }]),
    ...card.marks.flatMap(({ criterion, comment }) =>
      comment ? [{ key: criterion, words: t("said.mark", { name: nameOf(criterion), text: comment }) }] : [],
    ),
    ...(card.commentToPanel ? [{ key: "panel", words: t("said.panel", { text: card.commentToPanel }) }] : []),
    ...(card.commentToApplicant ? [{ key: "applicant", words: t("said.applicant", { text: card.commentToApplicant }) }] : []),
  ];
  if (said.length === 0) return <p className={styles.quiet}>{t("said.nothing")}</p>;
  return (
    <>
      {said.map(({ key, words }) => (
        <p key={key} className={styles.comment}>
          {words}
        </p>
      ))}
    </>
  );
}

function Reopen({ card, onReopened }: { readonly card: DiscussionCard; readonly onReopened: () => void }): ReactElement {
  const { t } = useTranslation("table");
  const { act, busy, failure } = useAct(ReopenTableCardDocument);
  const problems = useFormProblems(failure);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const reopen = async (): Promise<void> => {
    if (await act({ input: { assignmentId: card.assignmentId, reason } })) onReopened();
  };
  if (!asked)
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setAsked(true)}>
        {t("reopen.of", { judge: card.judge })}
      </Button>
    );
  return (
    <div className={styles.form}>
      <ErrorSummary problems={problems} />
      <GrowingText
        label={t("reason")}
        description={t("reopen.help")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button loading={busy} onClick={() => void reopen()}>
          {t("reopen.do", { judge: card.judge })}
        </Button>
      </div>
    </div>
  );
}
