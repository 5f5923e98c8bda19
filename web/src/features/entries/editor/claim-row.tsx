import type { AnswerValue } from "@isonga/schema/entry-form";
import { type ReactElement, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Base } from "../../../lib/entries/entry-view.ts";
import type { KnownIndicator } from "../../../lib/entries/known-entry.ts";
import { useDraftValue } from "../../../lib/entries/use-draft-value.ts";
import { controlId } from "../../../lib/refusals/form-problems.ts";
import styles from "./claim-row.module.css";
import { ConflictChoice } from "./conflict-choice.tsx";
import { EvidenceSlot } from "./evidence-slot.tsx";
import { type EditorRow, useProblems } from "./field-row.tsx";
import { OthersHere } from "./others-here.tsx";
import { ReturnedHere } from "./returned-here.tsx";
import { SavedMark } from "./saved-mark.tsx";

/** One row of the instrument: what is asked, how it is scored, the level claimed and what proves it, never apart. */
export function ClaimRow({ indicator, ...row }: EditorRow & { readonly indicator: KnownIndicator }): ReactElement {
  const { t } = useTranslation("entries");
  const { entry, work } = row;
  const { code } = indicator;
  const name = `claim ${code}` as const;
  const id = controlId(code);
  const write = useCallback((value: AnswerValue, base: Base) => work.write(name, value, base), [work.write, name]);
  const note = useCallback((value: AnswerValue, base: Base) => work.note(name, value, base), [work.note, name]);
  const base = useCallback(() => work.base(name), [work.base, name]);
  const draft = useDraftValue({ value: row.view.claims[code]?.claimed, base, note, write });
  const unsent = row.unsent[name];
  const problems = useProblems(row, code);
  return (
    <fieldset className={styles.row} onFocus={() => row.enter(code)} aria-describedby={`${id}-about ${id}-foot`}>
      <legend className={styles.name}>{indicator.name}</legend>
      <div className={styles.about} id={`${id}-about`}>
        {indicator.description === "" ? null : <p>{indicator.description}</p>}
        <p>
          {t("claim.weight", { weight: indicator.weight, most: String(Number(indicator.weight) * 3) })}
          {indicator.mandatory ? <> · {t("claim.mandatory")}</> : null}
        </p>
      </div>
      <ReturnedHere entry={entry} field={code} />
      <LevelChips
        id={id}
        indicator={indicator}
        level={typeof draft.value === "number" ? draft.value : null}
        disabled={!entry.canEdit}
        onChoose={(level) => {
          draft.change(level);
          draft.flush();
        }}
      />
      {unsent ? (
        <ConflictChoice
          unsent={unsent}
          write={(value) => t("claim.level", { level: Number(value) })}
          settle={(mine) => work.settle(name, mine)}
        />
      ) : null}
      <div className={styles.proof}>
        <p className={styles.proofTitle}>{t("claim.evidence")}</p>
        {indicator.evidence === "" ? null : <p>{indicator.evidence}</p>}
        <EvidenceSlot entry={entry} onChange={work.reload} indicator={code} readOnly={!entry.canEdit} />
      </div>
      <div className={styles.foot} id={`${id}-foot`}>
        {problems.map((problem) => (
          <span key={problem} data-kind="problem">
            {problem}
          </span>
        ))}
        <OthersHere others={row.others.filter((other) => other.field === code)} />
        <SavedMark state={row.view.states[name]} />
      </div>
    </fieldset>
  );
}

/** Levels 0 to 3 as chips, each with the level's own text; a radio group for the keyboard. */
function LevelChips(props: {
  readonly id: string;
  readonly indicator: KnownIndicator;
  readonly level: number | null;
  readonly disabled: boolean;
  readonly onChoose: (level: number) => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const levels = [t("claim.none"), ...props.indicator.levels];
  return (
    <div className={styles.levels}>
      {levels.map((words, level) => (
        <label key={words} className={styles.chip} data-chosen={props.level === level}>
          <input
            type="radio"
            id={level === 0 ? props.id : `${props.id}-${level}`}
            name={props.id}
            value={level}
            checked={props.level === level}
            disabled={props.disabled}
            onChange={() => props.onChoose(level)}
          />
          <span className={styles.digit}>{level}</span>
          <span>{words}</span>
        </label>
      ))}
    </div>
  );
}
