import { LIMITS } from "@isonga/schema/limits";
import { Button, Modal, Select } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import type { Failure } from "../refusals/failure.ts";
import { useFormProblems } from "../refusals/form-problems.ts";
import styles from "./custody.module.css";
import type { StepWords } from "./use-step.ts";

/** Steps that say why. */
export type ReasonStep = "return" | "exclude" | "withdraw";
/** A field of the entry that can be sent back: its key (or the indicator's code) and what the reader calls it. */
export type StepField = { readonly key: string; readonly label: string };

type FieldReason = { readonly field: string; readonly reason: string };

const LEADS = { return: "dialog.returnLead", exclude: "dialog.excludeLead", withdraw: "dialog.withdrawLead" } as const;
const REASONS = { return: "dialog.whole", exclude: "dialog.reason", withdraw: "dialog.reasonOptional" } as const;

/** Asks why an entry goes back or out; when it goes back, field by field. */
export function StepDialog(props: {
  readonly kind: ReasonStep;
  readonly fields: readonly StepField[];
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onTake: (words: StepWords) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["custody", "common"]);
  const [reason, setReason] = useState("");
  const [fields, setFields] = useState<readonly FieldReason[]>([]);
  const problems = useFormProblems(props.failure);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onTake({ reason, fieldReasons: fields.filter(({ field }) => field !== "") });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`dialog.${props.kind}`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
      centered
      size="lg"
    >
      <form className={styles.form} onSubmit={submit}>
        <ErrorSummary problems={problems} />
        <p className={styles.text}>{t(LEADS[props.kind])}</p>
        {props.kind === "return" && props.fields.length > 0 ? (
          <FieldReasons offered={props.fields} reasons={fields} onChange={setFields} />
        ) : null}
        <GrowingText
          id="reason"
          label={t(REASONS[props.kind])}
          minRows={3}
          maxLength={LIMITS.reasonLength}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={props.busy} {...(props.kind === "exclude" ? { color: "red.8" } : {})}>
            {t(`act.${props.kind}`)}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function FieldReasons(props: {
  readonly offered: readonly StepField[];
  readonly reasons: readonly FieldReason[];
  readonly onChange: (reasons: readonly FieldReason[]) => void;
}): ReactElement {
  const { t } = useTranslation("custody");
  const { offered, reasons, onChange } = props;
  const change = (at: number, part: Partial<FieldReason>): void =>
    onChange(reasons.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const free = offered.filter(({ key }) => !reasons.some(({ field }) => field === key));
  return (
    <>
      {reasons.map(({ field, reason }, index) => (
        <fieldset key={field} className={styles.field}>
          <Select
            id={`fieldReasons-${index}-field`}
            label={t("dialog.field")}
            searchable
            allowDeselect={false}
            data={offered
              .filter(({ key }) => key === field || free.some((one) => one.key === key))
              .map(({ key, label }) => ({ value: key, label }))}
            value={field}
            onChange={(value) => change(index, { field: value ?? field })}
          />
          <GrowingText
            id={`fieldReasons-${index}-reason`}
            label={t("dialog.fieldReason")}
            minRows={2}
            maxLength={LIMITS.reasonLength}
            value={reason}
            onChange={(event) => change(index, { reason: event.currentTarget.value })}
          />
          <div>
            <Button variant="default" size="sm" onClick={() => onChange(reasons.filter((_one, at) => at !== index))}>
              {t("dialog.removeField")}
            </Button>
          </div>
        </fieldset>
      ))}
      {free[0] ? (
        <div>
          <Button variant="default" size="sm" onClick={() => onChange([...reasons, { field: free[0]?.key ?? "", reason: "" }])}>
            {t("dialog.addField")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
