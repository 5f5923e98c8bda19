import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { BulkActName } from "./bulk-target.ts";
import styles from "./custody-pages.module.css";
import type { CustodyRow } from "./entry-columns.tsx";

/** Which acts on many suit which rows. */
const BULK: readonly { readonly act: BulkActName; readonly fits: (row: CustodyRow) => boolean }[] = [
  { act: "ENDORSE", fits: (row) => row.acts.includes("endorse") },
  { act: "CHECK", fits: (row) => row.acts.includes("check") },
  { act: "RETURN", fits: (row) => row.acts.includes("return") },
  { act: "REMIND", fits: (row) => row.canRemind },
];

/** Chooses among the rows, or all that match where more are than shown, and offers what suits the chosen ones. */
export function BulkBar(props: {
  readonly rows: readonly CustodyRow[];
  readonly picked: readonly CustodyRow[];
  readonly isMine: boolean;
  /** All that match are chosen, shown or not. */
  readonly everything: boolean;
  /** Null where everything is shown already. */
  readonly onEverything: (() => void) | null;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onAct: (act: BulkActName) => void;
}): ReactElement {
  const { t } = useTranslation("custody");
  const { rows, picked, everything } = props;
  const all = everything || picked.length === rows.length;
  const offered = BULK.filter(({ act, fits }) => !(props.isMine && act === "REMIND") && rows.some(fits));
  return (
    <div className={styles.bulk}>
      <Button variant="default" size="sm" onClick={() => props.onChoose(all ? [] : rows.map(({ id }) => id))}>
        {t(all ? "bulk.none" : "bulk.all")}
      </Button>
      {props.onEverything && all && !everything ? (
        <Button variant="default" size="sm" onClick={props.onEverything}>
          {t("bulk.everything")}
        </Button>
      ) : null}
      <span role="status">{everything ? t("bulk.everythingChosen") : t("bulk.chosen", { count: picked.length })}</span>
      {offered.map(({ act, fits }) => (
        <Button
          key={act}
          size="sm"
          variant={act === "ENDORSE" || act === "CHECK" ? "filled" : "default"}
          disabled={!everything && !picked.some(fits)}
          onClick={() => props.onAct(act)}
        >
          {t(`bulk.${act}`)}
        </Button>
      ))}
    </div>
  );
}
