import { LIMITS } from "@isonga/schema/limits";
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialogs.module.css";

/** Signs a card without a score, with the reason. */
export function AbstainDialog(props: {
  readonly reference: string;
  readonly onAbstain: (reason: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== "") props.onAbstain(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("abstain.title", { reference: props.reference })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form className={styles.body} onSubmit={submit}>
        <p className={styles.words}>{t("abstain.lead")}</p>
        <Textarea
          label={t("abstain.reason")}
          required
          rows={3}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" disabled={reason.trim() === ""}>
            {t("abstain.act")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
