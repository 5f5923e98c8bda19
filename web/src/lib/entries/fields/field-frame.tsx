import type { FormField } from "@isonga/schema/entry-form";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { isGroup } from "./field-control.tsx";
import styles from "./fields.module.css";

/** A question with its help beside it (under it on a phone), its control, and a foot for counts and states. */
export function FieldFrame(props: {
  readonly id: string;
  readonly field: FormField;
  readonly required: boolean;
  /** Beside the question: that it is new, or changed. */
  readonly mark?: ReactNode;
  /** Between the question and the control: why it was sent back. */
  readonly before?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTranslation("common");
  const format = useFormat();
  const help = format.text(props.field.help);
  const group = isGroup(props.field) || props.field.kind === "EVIDENCE";
  const Box = group ? "fieldset" : "div";
  const words = (
    <>
      {format.text(props.field.label)} {props.required ? null : <span className={styles.optional}>({t("optional")})</span>} {props.mark}
    </>
  );
  return (
    <Box className={styles.field} aria-describedby={group ? describing(props.id) : undefined}>
      {group ? (
        <legend className={styles.label}>{words}</legend>
      ) : (
        <label className={styles.label} htmlFor={props.id}>
          {words}
        </label>
      )}
      <p className={styles.help} id={`${props.id}-help`}>
        {help}
      </p>
      <div className={styles.main}>
        {props.before}
        {props.children}
        <div className={styles.foot} id={`${props.id}-foot`}>
          {props.foot}
        </div>
      </div>
    </Box>
  );
}

/** Ids of what describes a control in its frame. */
export function describing(id: string): string {
  return `${id}-help ${id}-foot`;
}
