import { Modal, Switch } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSingleKeys } from "../use-desk-keys.ts";
import styles from "./dialogs.module.css";

const CARD = [
  ["0–9", "digits"],
  ["← →", "arrows"],
  ["Delete", "delete"],
  ["Tab", "tab"],
  ["c", "comment"],
  ["n", "note"],
  ["Ctrl + Enter", "sign"],
  ["j · k", "next"],
  ["s", "skip"],
  ["?", "help"],
] as const;

const COMPARE = [
  ["← →", "choose"],
  ["=", "tie"],
  ["j · k", "next"],
  ["?", "help"],
] as const;

/** The keys of a page of the desk, and a switch for the single letters among them. */
export function KeysDialog(props: { readonly of: "card" | "compare"; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const [single, setSingle] = useSingleKeys();
  return (
    <Modal opened onClose={props.onClose} title={t("keys.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className={styles.body}>
        <table className={styles.summary}>
          <thead>
            <tr>
              <th scope="col">{t("keys.key")}</th>
              <th scope="col">{t("keys.does")}</th>
            </tr>
          </thead>
          <tbody>
            {(props.of === "card" ? CARD : COMPARE).map(([key, word]) => (
              <tr key={word}>
                <th scope="row" className={styles.key}>
                  <kbd>{key}</kbd>
                </th>
                <td className={styles.does}>{t(`keys.${word}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Switch checked={single} onChange={(event) => setSingle(event.currentTarget.checked)} label={t("keys.single")} />
      </div>
    </Modal>
  );
}
