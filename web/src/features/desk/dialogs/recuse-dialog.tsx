import { LIMITS } from "@isonga/schema/limits";
import { Button, Modal, Radio, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialogs.module.css";

const KINDS = ["EMPLOYMENT", "FAMILY", "FINANCIAL", "AUTHORSHIP", "COLLABORATION", "OTHER"] as const;
type Kind = (typeof KINDS)[number];

/** Steps back from an entry for good: what keeps one from judging it, and the reason. */
export function RecuseDialog(props: {
  readonly reference: string;
  readonly onRecuse: (kind: Kind, reason: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const [kind, setKind] = useState<Kind | null>(null);
  const [reason, setReason] = useState("");
  const ready = kind !== null && reason.trim() !== "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (kind !== null && ready) props.onRecuse(kind, reason.trim());
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("recuse.title", { reference: props.reference })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form className={styles.body} onSubmit={submit}>
        <p className={styles.words}>{t("recuse.lead")}</p>
        <Radio.Group
          label={t("recuse.kind")}
          value={kind ?? ""}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? null)}
          required
        >
          <div className={styles.kinds}>
            {KINDS.map((each) => (
              <Radio key={each} value={each} label={t(`recuse.kinds.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t("recuse.reason")}
          required
          rows={3}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" disabled={!ready} color="red.8">
            {t("recuse.act")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
