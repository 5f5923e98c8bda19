import { Button, Modal } from "@mantine/core";
import type { KeyboardEvent, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { verdictOf } from "../../../lib/judging/card-view.ts";
import type { Signature } from "../../../lib/judging/use-card.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { OpenCard } from "../open-card.ts";
import styles from "./dialogs.module.css";

/** All marks once more, then the signature. Enter, also with Ctrl, signs. */
export function SignDialog(props: {
  readonly open: OpenCard;
  readonly isLast: boolean;
  readonly onSign: (signature: Signature) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const { open } = props;
  const { verdict, failReasons } = verdictOf(open.kept, open.view);
  const isVerdict = open.queue.rubric.mode === "PASS_FAIL";
  const sign = (): void => {
    const outcome = isVerdict ? (verdict ?? "PASS") : "SCORED";
    props.onSign({ outcome, failReasons: outcome === "FAIL" ? failReasons : [], abstainReason: null });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    sign();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("sign.title", { reference: open.kept.card.entry.reference })}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.body}>
        <p className={styles.words}>{t("sign.lead")}</p>
        {isVerdict ? <VerdictLine open={open} verdict={verdict} failReasons={failReasons} /> : null}
        <Summary open={open} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t("common:cancel")}
          </Button>
          <Button onClick={sign} data-autofocus>
            {t(props.isLast ? "sign.last" : "sign.act")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function VerdictLine(props: {
  readonly open: OpenCard;
  readonly verdict: "PASS" | "FAIL" | null;
  readonly failReasons: readonly string[];
}): ReactElement | null {
  const { t } = useTranslation("desk");
  const format = useFormat();
  if (props.verdict === null) return null;
  const names = props.open.queue.rubric.failReasons.filter(({ code }) => props.failReasons.includes(code)).map(({ name }) => name);
  return (
    <p className={styles.verdict}>
      {t(`verdict.${props.verdict}`)}
      {props.verdict === "FAIL" && names.length > 0 ? `: ${format.list(names)}` : null}
    </p>
  );
}

function Summary({ open }: { readonly open: OpenCard }): ReactElement | null {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { criteria } = open.queue.rubric;
  if (criteria.length === 0) return null;
  return (
    <table className={styles.summary}>
      <thead>
        <tr>
          <th scope="col">{t("sign.criterion")}</th>
          <th scope="col">{t("sign.mark")}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ code, name }) => {
          const item = open.view.items[`mark ${code}`];
          return (
            <tr key={code}>
              <th scope="row">
                {name}
                {item?.comment ? <span className={styles.comment}>{item.comment}</span> : null}
              </th>
              <td>{item?.value == null ? "–" : format.decimal(item.value)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
