import { Button, Radio } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardOutcome } from "../../../gql/graphql.ts";
import type { Failure } from "../../../lib/refusals/failure.ts";
import { controlId, useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary, type FormProblem } from "../../../ui/error-summary.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "./paper.module.css";
import type { PaperSheet } from "./paper.query.ts";
import { type Difference, inSheetOrder, type Reading, type SheetRubric, splitField, withChoice } from "./reading.ts";

type DifferencesProps = {
  readonly rubric: SheetRubric;
  readonly sheet: PaperSheet;
  readonly own: Reading;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onKeep: (reading: Reading) => Promise<boolean>;
  /** Neither is right: the whole sheet is keyed in again. */
  readonly onAgain: () => void;
};

/** Where two people read a sheet differently: both side by side, and of each field who has it right, by the paper. Who is neither only looks. */
export function SheetDifferences(props: DifferencesProps): ReactElement {
  const { t } = useTranslation("judging");
  const { rubric, sheet, own } = props;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [open, setOpen] = useState<readonly FormProblem[]>([]);
  const refused = useFormProblems(props.failure);
  const labelOf = useLabels(rubric);
  const differences = inSheetOrder(rubric, sheet.differences);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const left = differences.filter(({ field }) => chosen[field] === undefined);
    setOpen(left.map(({ field }) => ({ fieldId: controlId(field), words: t("paper.chooseOf", { name: labelOf(field) }) })));
    if (left.length > 0) return;
    const settled = differences.reduce((reading, { field }) => withChoice(reading, field, chosen[field] ?? ""), own);
    void props.onKeep(settled);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Notice kind="problem" title={t("paper.differs", { count: differences.length })} takesFocus>
        <p>{t("paper.differsNext")}</p>
      </Notice>
      <ErrorSummary problems={open.length > 0 ? open : refused} />
      {differences.map((difference) => (
        <Choice
          key={difference.field}
          rubric={rubric}
          difference={difference}
          sheet={sheet}
          chosen={chosen[difference.field] ?? null}
          onChoose={(value) => setChosen({ ...chosen, [difference.field]: value })}
        />
      ))}
      {sheet.viewerCan.key ? (
        <div className={styles.choices}>
          <Button type="submit" loading={props.busy}>
            {t("paper.settle")}
          </Button>
          <Button variant="default" onClick={props.onAgain}>
            {t("paper.again")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function Choice(props: {
  readonly rubric: SheetRubric;
  readonly difference: Difference;
  readonly sheet: PaperSheet;
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation("judging");
  const { difference, sheet } = props;
  const labelOf = useLabels(props.rubric);
  const wordsOf = useValueWords(props.rubric, difference.field);
  const id = controlId(difference.field);
  const readings = [difference.first, difference.second].map((value, index) => ({ value, by: sheet.keyedBy[index] }));
  return (
    <Radio.Group className={styles.difference} label={labelOf(difference.field)} value={props.chosen ?? NONE} onChange={props.onChoose}>
      <div className={styles.sides}>
        {readings.map(({ value, by }, index) => (
          <Radio
            key={by?.name ?? index}
            {...(index === 0 ? { id } : {})}
            value={value}
            disabled={!sheet.viewerCan.key}
            label={t("paper.reads", { name: by?.mine ? t("paper.you") : by?.name, value: wordsOf(value) })}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** No value of a field. */
const NONE = "\u0000";

/** What a field is called. */
function useLabels({ criteria }: SheetRubric): (field: string) => string {
  const { t } = useTranslation("judging");
  return (field) => {
    const [part, code] = splitField(field);
    const name = criteria.find((criterion) => criterion.code === code)?.name ?? code;
    if (part === "marks") return name;
    if (part === "comments") return t("paper.comment", { name });
    return part === "outcome"
      ? t("paper.outcome")
      : part === "failReasons"
        ? t("paper.failReasons")
        : t(`paper.field.${part as TextField}`);
  };
}

type TextField = "abstainReason" | "commentToApplicant" | "commentToPanel";

/** A value of a field in words. */
function useValueWords({ failReasons }: SheetRubric, field: string): (value: string) => string {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const [part] = splitField(field);
  return (value) => {
    if (value === "") return t("paper.nothing");
    if (part === "marks") return format.decimal(value);
    if (part === "outcome") return t(`paper.outcomes.${value as CardOutcome}`);
    if (part !== "failReasons") return value;
    const codes = JSON.parse(value) as string[];
    return format.list(codes.map((code) => failReasons.find((reason) => reason.code === code)?.name ?? code));
  };
}
