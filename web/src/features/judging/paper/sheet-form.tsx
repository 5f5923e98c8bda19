import { LIMITS } from "@isonga/schema/limits";
import { Button, Checkbox, Radio, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardOutcome } from "../../../gql/graphql.ts";
import { KeptDraft } from "../../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../../lib/drafts/use-form-draft.ts";
import type { Failure } from "../../../lib/refusals/failure.ts";
import { controlId, useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary, type FormProblem } from "../../../ui/error-summary.tsx";
import { enterGoesOn } from "./enter-goes-on.ts";
import styles from "./paper.module.css";
import type { PaperSheet } from "./paper.query.ts";
import { offScale, type Reading, type SheetRubric } from "./reading.ts";
import { SheetMark } from "./sheet-mark.tsx";

type SheetFormProps = {
  readonly rubric: SheetRubric;
  readonly sheet: PaperSheet;
  readonly began: Reading;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Answers whether it was kept. */
  readonly onKeep: (reading: Reading) => Promise<boolean>;
};

/** A sheet keyed in from the top: Enter goes to the next field, from the last to the button; Ctrl+Enter keeps it from anywhere. */
export function SheetForm(props: SheetFormProps): ReactElement {
  const { t } = useTranslation("judging");
  const { rubric, busy } = props;
  const { reading, change, problems, draft, submit } = useSheetForm(props);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, []);
  const abstains = reading.outcome === "ABSTAINED";
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)} onKeyDown={enterGoesOn}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={problems} />
      <OutcomePart rubric={rubric} reading={reading} onChange={change} />
      {abstains
        ? null
        : rubric.criteria.map((criterion, index) => (
            <SheetMark
              key={criterion.code}
              criterion={criterion}
              isFirst={index === 0 && rubric.mode === "SCORES"}
              mark={reading.marks[criterion.code] ?? { value: "", comment: "" }}
              onChange={(mark) => change({ marks: { ...reading.marks, [criterion.code]: mark } })}
            />
          ))}
      {abstains ? <Words field="abstainReason" most={LIMITS.reasonLength} value={reading.abstainReason} onChange={change} /> : null}
      <Words field="commentToApplicant" most={LIMITS.descriptionLength} value={reading.commentToApplicant} onChange={change} />
      <Words field="commentToPanel" most={LIMITS.descriptionLength} value={reading.commentToPanel} onChange={change} />
      <div>
        <Button type="submit" loading={busy} aria-keyshortcuts="Control+Enter">
          {t("paper.keep")}
        </Button>
      </div>
    </form>
  );
}

/** What was typed, kept on this device until the sheet is; what is no mark is said before anything is sent. */
function useSheetForm({ rubric, sheet, began, failure, onKeep }: SheetFormProps) {
  const { t } = useTranslation("judging");
  const [reading, setReading] = useState(began);
  const [found, setFound] = useState<readonly FormProblem[]>([]);
  const refused = useFormProblems(failure);
  const draft = useFormDraft({ name: `paper sheet ${sheet.assignmentId}`, value: reading, restore: setReading });
  const problemsNow = (): readonly FormProblem[] =>
    reading.outcome === null
      ? [{ fieldId: "outcome", words: t("paper.wrong.outcome") }]
      : offScale(rubric, reading).map(({ code, name }) => ({
          fieldId: controlId(`marks.${code}`),
          words: t("paper.wrong.mark", { name }),
        }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = problemsNow();
    setFound(wrong);
    if (wrong.length === 0 && (await onKeep(reading))) draft.saved();
  };
  return {
    reading,
    change: (part: Partial<Reading>) => setReading((before) => ({ ...before, ...part })),
    problems: found.length > 0 ? found : refused,
    draft,
    submit,
  };
}

type PartProps = { readonly rubric: SheetRubric; readonly reading: Reading; readonly onChange: (part: Partial<Reading>) => void };

/** What the sheet says as a whole: marks, a verdict, or that its judge abstains. */
function OutcomePart({ rubric, reading, onChange }: PartProps): ReactElement {
  const { t } = useTranslation("judging");
  const outcomes: readonly CardOutcome[] = rubric.mode === "PASS_FAIL" ? ["PASS", "FAIL", "ABSTAINED"] : ["SCORED", "ABSTAINED"];
  const toggle = (code: string): void => {
    const { failReasons } = reading;
    onChange({ failReasons: failReasons.includes(code) ? failReasons.filter((one) => one !== code) : [...failReasons, code] });
  };
  return (
    <>
      <Radio.Group
        label={t("paper.outcome")}
        value={reading.outcome ?? ""}
        onChange={(value) => onChange({ outcome: value as CardOutcome })}
      >
        <div className={styles.choices}>
          {outcomes.map((outcome, index) => (
            <Radio
              key={outcome}
              value={outcome}
              label={t(`paper.outcomes.${outcome}`)}
              {...(index === 0 ? { id: "outcome" } : {})}
              {...(index === 0 && rubric.mode === "PASS_FAIL" ? { "data-first": true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      {reading.outcome === "FAIL" ? (
        <fieldset className={styles.reasons}>
          <legend>{t("paper.failReasons")}</legend>
          {rubric.failReasons.map(({ code, name }, index) => (
            <Checkbox
              key={code}
              label={name}
              checked={reading.failReasons.includes(code)}
              onChange={() => toggle(code)}
              {...(index === 0 ? { id: "failReasons" } : {})}
            />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

function Words(props: {
  readonly field: "abstainReason" | "commentToApplicant" | "commentToPanel";
  readonly most: number;
  readonly value: string;
  readonly onChange: (part: Partial<Reading>) => void;
}): ReactElement {
  const { t } = useTranslation("judging");
  const { field } = props;
  return (
    <Textarea
      id={field}
      label={t(`paper.field.${field}`)}
      rows={2}
      maxLength={props.most}
      value={props.value}
      onChange={(event) => props.onChange({ [field]: event.currentTarget.value })}
    />
  );
}
