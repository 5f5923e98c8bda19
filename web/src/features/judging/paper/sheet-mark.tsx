import { LIMITS } from "@isonga/schema/limits";
import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { controlId } from "../../../lib/refusals/form-problems.ts";
import styles from "./paper.module.css";
import { isOff, type SheetRubric } from "./reading.ts";

type Mark = { readonly value: string; readonly comment: string };

/** A criterion of a sheet: its mark as it is typed, and beside it what the judge says to it, where the rubric has that. */
export function SheetMark(props: {
  readonly criterion: SheetRubric["criteria"][number];
  readonly isFirst: boolean;
  readonly mark: Mark;
  readonly onChange: (mark: Mark) => void;
}): ReactElement {
  const { t } = useTranslation("judging");
  const { criterion, mark, onChange } = props;
  const { code, name, min, max, step } = criterion;
  return (
    <div className={styles.mark} data-criterion={code}>
      <TextInput
        id={controlId(`marks.${code}`)}
        label={name}
        description={t("paper.scale", { min, max, step })}
        inputMode="decimal"
        autoComplete="off"
        value={mark.value}
        error={isOff(criterion, mark.value) ? t("paper.offScale") : null}
        onChange={(event) => onChange({ ...mark, value: event.currentTarget.value })}
        {...(props.isFirst ? { "data-first": true } : {})}
      />
      {criterion.comment === "OFF" ? null : (
        <TextInput
          id={controlId(`comments.${code}`)}
          label={t(criterion.comment === "REQUIRED" ? "paper.commentNeeded" : "paper.comment", { name })}
          autoComplete="off"
          maxLength={LIMITS.reasonLength}
          value={mark.comment}
          onChange={(event) => onChange({ ...mark, comment: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
