import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { isTyping } from "../is-typing.ts";
import styles from "../verification.module.css";
import type { VerificationRow } from "../verification-documents.ts";
import { LevelChips } from "./level-chips.tsx";
import { useSaying } from "./use-saying.ts";

/** The row in hand: what is wanted, the texts of its levels, the level to say, a note, and what others said as far as one may read it. */
export function RowCard(props: { readonly entryId: string; readonly row: VerificationRow; readonly evidence: ReactNode }): ReactElement {
  const { row } = props;
  const { t } = useTranslation("verification");
  const words = useFailureWords();
  const card = useRef<HTMLDivElement>(null);
  const noteBox = useRef<HTMLTextAreaElement>(null);
  const { level, note, setNote, say, sayNote, saved, failure } = useSaying(props.entryId, row);
  useKeys(card, { row, say, focusNote: () => noteBox.current?.focus() });
  return (
    <div ref={card} className={styles.card}>
      {row.wanted === null ? null : <p className={styles.wanted}>{row.wanted}</p>}
      {props.evidence}
      <LevelChips row={row} level={level} onSay={say} />
      {row.canSay ? (
        <GrowingText
          ref={noteBox}
          label={t("note")}
          description={level === null ? t("noteLater") : undefined}
          value={note}
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={sayNote}
          onKeyDown={leaveByEscape}
        />
      ) : null}
      {failure ? (
        <p role="alert" className={styles.problem}>
          {words(failure)}
        </p>
      ) : null}
      {saved === null ? null : <SaveState state={saved} />}
      <Opinions row={row} />
    </div>
  );
}

/** Escape gives the keys back to the row. */
function leaveByEscape(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === "Escape") event.currentTarget.closest("li")?.querySelector<HTMLElement>("[data-row]")?.focus();
}

type Keys = { readonly row: VerificationRow; readonly say: (level: number) => void; readonly focusNote: () => void };

/** 0 to 3 say the level, n goes to the note, from anywhere in the row but where one writes. */
function useKeys(card: { readonly current: HTMLElement | null }, keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const item = card.current?.closest("li");
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target && isTyping(event.target))) return;
      if (/^[0-3]$/.test(event.key)) latest.current.say(Number(event.key));
      else if (event.key === "n") latest.current.focusNote();
      else return;
      event.preventDefault();
    };
    item?.addEventListener("keydown", onKey);
    return () => item?.removeEventListener("keydown", onKey);
  }, [card]);
}

/** What was said of the row, by whom and when. */
function Opinions({ row }: { readonly row: VerificationRow }): ReactElement | null {
  const { t } = useTranslation("verification");
  const format = useFormat();
  if (row.opinions.length === 0) return null;
  return (
    <ul className={styles.opinions}>
      {row.opinions.map(({ part, verifier, level, note, at, mine }) => (
        <li key={part}>
          {t(mine ? "opinion.mine" : "opinion.other", {
            part: t(`part.${part}`),
            name: verifier ?? "",
            level,
            at: format.dateTime(at, { short: true }),
          })}
          {note === null ? null : ` · ${note}`}
        </li>
      ))}
    </ul>
  );
}
