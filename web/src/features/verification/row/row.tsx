import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import styles from "../verification.module.css";
import type { VerificationRow } from "../verification-documents.ts";
import { RowCard } from "./row-card.tsx";

/** One row: its name with claimed and found, and, when it is in hand, all that is needed to say its level. */
export function VerificationRowItem(props: {
  readonly entryId: string;
  readonly row: VerificationRow;
  readonly position: number;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly evidence: ReactNode;
}): ReactElement {
  const { row, current } = props;
  const { t } = useTranslation("verification");
  const differs = row.verified !== null && row.verified !== row.claimed;
  return (
    <li className={styles.row} data-current={current}>
      <div className={styles.rowHead}>
        <button type="button" className={styles.rowName} aria-expanded={current} data-row={props.position} onClick={props.onChoose}>
          {row.group === null ? null : <span className={styles.group}>{row.group}</span>}
          {row.name}
        </button>
        <span className={styles.levels}>
          <span className={styles.chip}>
            <span className={styles.hidden}>{t("claimed")}</span> {row.claimed}
          </span>
          <span aria-hidden="true">→</span>
          <span className={styles.chip} data-verified={row.verified !== null} data-differs={differs}>
            <span className={styles.hidden}>{t("verified")}</span> {row.verified ?? "–"}
          </span>
          <StateBadge kind={STATE_KINDS[row.state]} word={t(`state.${row.state}`)} />
        </span>
      </div>
      {current ? <RowCard entryId={props.entryId} row={row} evidence={props.evidence} /> : null}
    </li>
  );
}

const STATE_KINDS: Readonly<Record<VerificationRow["state"], StateKind>> = {
  NOT_CLAIMED: "locked",
  WAITING: "waiting",
  WAITING_SECOND: "draft",
  TO_SETTLE: "problem",
  SETTLED: "saved",
};
