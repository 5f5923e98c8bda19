import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./confirm-dialog.module.css";

/** Asks before an act that cannot be undone. With `word`, that word must be typed. The button says the act ("Publish results"). */
export function ConfirmDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly word?: string;
  /** Red for what destroys. */
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation("common");
  const [typed, setTyped] = useState("");
  const ready = props.word === undefined || typed.trim().toLowerCase() === props.word.toLowerCase();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) props.onConfirm();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ "aria-label": t("close") }}
      onExitTransitionEnd={() => setTyped("")}
    >
      <form className={styles.form} onSubmit={submit}>
        <div>{props.children}</div>
        {props.word === undefined ? null : (
          <TextInput
            label={t("confirm.type", { word: props.word })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={props.busy === true} {...(props.danger === true ? { color: "red.8" } : {})}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
