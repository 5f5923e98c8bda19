import { Button, Modal } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import styles from "./decisions.module.css";

/** A form of the tray in a dialog with an address of its own. */
export function DecisionDialog(props: {
  readonly title: string;
  readonly act: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTranslation("common");
  const problems = useFormProblems(props.failure);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="lg" closeButtonProps={{ "aria-label": t("close") }}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} />
        {props.children}
        <div className={styles.formActs}>
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={props.busy}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
