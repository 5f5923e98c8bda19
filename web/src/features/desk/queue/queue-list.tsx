import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { QueueLine } from "../../../lib/judging/queue/queue-view.ts";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "./queue.module.css";

/** The entries in the judge's own order: each with where its card stands. What is the judge's no more is named by its reference alone. */
export function QueueList({ lines }: { readonly lines: readonly QueueLine[] }): ReactElement {
  return (
    <ol className={styles.list}>
      {lines.map((line) => (
        <QueueRow key={line.id} line={line} />
      ))}
    </ol>
  );
}

function QueueRow({ line }: { readonly line: QueueLine }): ReactElement {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const name = (
    <>
      <span className={styles.reference}>{line.reference}</span> {line.title}
    </>
  );
  const opens = line.state !== "STOPPED" || line.needsChoice;
  const told = [
    line.calibration ? t("queue.calibration") : null,
    line.askedAgain === null || line.state === "SIGNED" ? null : t("queue.askedAgain", { reason: line.askedAgain }),
    line.state === "DRAFT" && line.marked > 0 ? t("queue.marked", { count: line.marked }) : null,
    line.endedBecause === null ? null : t(`ended.${line.endedBecause as "RECUSED"}`),
  ].filter((words) => words !== null);
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        {opens ? (
          <Link to={`/${language}/app/judging/cards/${line.id}`} state={{ desk: true }} className={styles.name}>
            {name}
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        {told.map((words) => (
          <span key={words} className={styles.told}>
            {words}
          </span>
        ))}
      </div>
      <span className={styles.badges}>
        {line.needsChoice ? <StateBadge kind="problem" word={t("queue.choice")} /> : null}
        {line.waits && !line.needsChoice ? <StateBadge kind="waiting" word={t("queue.waits")} /> : null}
        {line.state === "TODO" ? (
          <span className={styles.told}>{t("state.TODO")}</span>
        ) : (
          <StateBadge kind={KINDS[line.state] ?? "locked"} word={t(`state.${line.state as "TODO"}`)} />
        )}
      </span>
    </li>
  );
}

const KINDS: Readonly<Record<string, StateKind>> = {
  TODO: "locked",
  DRAFT: "draft",
  SIGNED: "saved",
  SKIPPED: "waiting",
  STOPPED: "locked",
};
