import { Button, Modal, Radio } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFileSize } from "../../../lib/evidence/use-file-size.ts";
import { type Bundle, filesWithin } from "../../../lib/judging/offline/take-along.ts";
import styles from "./queue.module.css";

const MEGABYTE = 1024 * 1024;
/** Sizes of evidence that can be chosen, in megabytes. */
const SIZES = [0, 50, 200, 1_000] as const;

/** How much of the evidence is taken along, before anything is fetched. */
export function TakeDialog(props: {
  readonly bundle: Bundle;
  readonly onTake: (mostBytes: number) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const size = useFileSize();
  const [most, setMost] = useState("200");
  const { bundle } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onTake(Number(most) * MEGABYTE);
  };
  return (
    <Modal opened onClose={props.onClose} title={t("take.act")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <form className={styles.take} onSubmit={submit}>
        <Radio.Group label={t("take.ask", { count: bundle.cards.length, size: size(bundle.bytes) })} value={most} onChange={setMost}>
          <div className={styles.sizes}>
            {SIZES.map((megabytes) => {
              const files = filesWithin(bundle.files, megabytes * MEGABYTE);
              const bytes = files.reduce((sum, file) => sum + file.size, 0);
              return (
                <Radio
                  key={megabytes}
                  value={String(megabytes)}
                  label={megabytes === 0 ? t("take.none") : t("take.upTo", { size: size(megabytes * MEGABYTE) })}
                  description={megabytes === 0 ? undefined : t("take.fits", { count: files.length, size: size(bytes) })}
                />
              );
            })}
          </div>
        </Radio.Group>
        <p className={styles.lead}>{t("take.signOut")}</p>
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" data-autofocus>
            {t("take.do")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
