import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "../judges.module.css";
import { NO_TIE, type TieDraft, TieFields } from "../tie-fields.tsx";
import type { Ship } from "./judgeship-card.tsx";

/** What ties the judge: what they said before, what they add, or that there is nothing. */
export function Ties(props: {
  readonly said: Ship["ties"];
  readonly ties: readonly TieDraft[];
  readonly onTies: (ties: readonly TieDraft[]) => void;
  readonly noTies: boolean;
  readonly onNoTies: (noTies: boolean) => void;
}): ReactElement {
  const { t } = useTranslation("judges");
  const { said, ties, onTies } = props;
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < ties.length) keys.current.push(next.current++);
  const isTied = said.length > 0 || ties.length > 0;
  const remove = (at: number): void => {
    keys.current.splice(at, 1);
    onTies(ties.filter((_tie, index) => index !== at));
  };
  return (
    <div className={styles.form} id="ties" tabIndex={-1}>
      <p className={styles.words}>{t("accept.tiesHint")}</p>
      {said.length > 0 ? (
        <ul className={styles.lines}>
          {said.map(({ id, kind, what, note }) => (
            <li key={id}>
              {t("kindOf", { kind: t(`kind.${kind}`), what })}
              {note ? <span className={styles.quiet}>{note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {ties.map((tie, at) => (
        <fieldset key={keys.current[at]} className={styles.tie}>
          <legend>{t("accept.tie", { number: at + 1 })}</legend>
          <TieFields
            prefix={`ties-${at}-`}
            draft={tie}
            onChange={(changed) => onTies(ties.map((known, index) => (index === at ? changed : known)))}
          />
          <div>
            <Button variant="default" size="sm" onClick={() => remove(at)}>
              {t("accept.removeTie")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => {
            onTies([...ties, NO_TIE]);
            props.onNoTies(false);
          }}
        >
          {t("accept.addTie")}
        </Button>
      </div>
      {isTied ? null : (
        <Checkbox
          id="noTies"
          label={t("accept.noTies")}
          checked={props.noTies}
          onChange={(event) => props.onNoTies(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
