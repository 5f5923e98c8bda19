import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Piece } from "../../lib/evidence/evidence-documents.ts";
import { isTyping } from "./is-typing.ts";
import { VerificationRowItem } from "./row/row.tsx";
import { RowPieces } from "./row/row-pieces.tsx";
import styles from "./verification.module.css";
import type { VerificationParts, VerificationRow } from "./verification-documents.ts";

/** Evidence left, rows right; on a phone the evidence lies in its row. The keyboard goes through the rows: j, k, 0 to 3, n. */
export function Workbench(props: { readonly verification: VerificationParts; readonly pieces: readonly Piece[] }): ReactElement {
  const { t } = useTranslation("verification");
  const { rows } = props.verification;
  const phone = useMediaQuery("(max-width: 61.99em)", false, { getInitialValueInEffect: false }) ?? false;
  const { current, choose, onKeyDown, list } = useCurrentRow(rows);
  const piecesOf = (row: VerificationRow): readonly Piece[] => props.pieces.filter(({ indicator }) => indicator === row.indicator);
  const row = rows[current];
  return (
    <div className={styles.workbench}>
      {phone || !row ? null : (
        <section className={styles.evidence} aria-label={t("evidenceOf", { row: row.name })}>
          <RowPieces key={row.indicator} row={row} pieces={piecesOf(row)} />
        </section>
      )}
      <section className={styles.rows} aria-label={t("rows")}>
        <p className={styles.keys}>{t("keys")}</p>
        <p className={styles.order}>
          {t("claimed")} → {t("verified")}
        </p>
        <ol ref={list} className={styles.list} onKeyDown={onKeyDown}>
          {rows.map((each, index) => (
            <VerificationRowItem
              key={each.indicator}
              entryId={props.verification.id}
              row={each}
              position={index}
              current={index === current}
              onChoose={() => choose(index)}
              evidence={phone && index === current ? <RowPieces row={each} pieces={piecesOf(each)} /> : null}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The row in hand, and the keys that go to another. It begins with the first that waits for the reader. */
function useCurrentRow(rows: readonly VerificationRow[]) {
  const [current, setCurrent] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ canSay, state }) => canSay && (state === "WAITING" || state === "TO_SETTLE")),
    ),
  );
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus();
    moved.current = false;
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step === 0 || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moved.current = true;
    setCurrent((index) => Math.min(rows.length - 1, Math.max(0, index + step)));
  };
  return { current, choose: setCurrent, onKeyDown, list };
}
