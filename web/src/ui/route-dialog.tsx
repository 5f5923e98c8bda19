import { Button, Modal } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary, type FormProblem } from "./error-summary.tsx";
import styles from "./route-dialog.module.css";

/** What every form in a dialog with an address of its own is given. */
export type RouteDialogProps = {
  readonly title: string;
  /** The words of the one button that does it. */
  readonly act: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  /** Leads back to the page that the dialog stands on. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog that has an address of its own: its problems on top, one button that says the act, and the way back. */
export function RouteDialog(props: RouteDialogProps & { readonly problems: readonly FormProblem[] }): ReactElement {
  const { t } = useTranslation("common");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="lg" closeButtonProps={{ "aria-label": t("close") }}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <ErrorSummary problems={props.problems} />
        {props.children}
        <div className={styles.acts}>
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
