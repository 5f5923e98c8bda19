import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./decisions.module.css";
import type { OtherDecision, Tray } from "./decisions.query.ts";
import { Unstage } from "./unstage.tsx";
import { fullName, type TrayContext, wayTo } from "./use-tray.ts";

/** Areas left out, remarks for the public, and the chair's orders of ties. */
export function OtherDecisions({ tray, refetch }: TrayContext): ReactElement {
  const { t } = useTranslation("decisions");
  const { decide } = tray.viewerCan;
  const ties = decide ? tray.ties : [];
  return (
    <div className={styles.slots}>
      {tray.others.length === 0 && ties.length === 0 ? (
        <EmptyState what={t("others.empty")} />
      ) : (
        <ul className={styles.winners}>
          {tray.others.map((decision) => (
            <Other key={decision.id} decision={decision} canDecide={decide} refetch={refetch} />
          ))}
          {ties.map((tie) => (
            <OpenTie key={`${tie.level} ${tie.rank}`} tie={tie} />
          ))}
        </ul>
      )}
      {decide ? (
        <div className={styles.acts}>
          <Button component={Link} to="stage?kind=INELIGIBLE" preventScrollReset variant="default">
            {t("others.addIneligible")}
          </Button>
          <Button component={Link} to="stage?kind=NOTE" preventScrollReset variant="default">
            {t("others.addNote")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function OpenTie({ tie }: { readonly tie: Tray["ties"][number] }): ReactElement {
  const { t } = useTranslation("decisions");
  const search = new URLSearchParams({ kind: "TIE", level: tie.level, place: "1", among: tie.areas.map(({ id }) => id).join(",") });
  return (
    <li className={styles.winner}>
      <span className={styles.who}>{t("others.tie", { rank: tie.rank, names: tie.areas.map(fullName) })}</span>
      <Button component={Link} to={`stage?${search}`} preventScrollReset variant="subtle">
        {t("others.decideTie")}
      </Button>
    </li>
  );
}

type OtherProps = { readonly decision: OtherDecision; readonly canDecide: boolean; readonly refetch: () => Promise<void> };

function Other({ decision, canDecide, refetch }: OtherProps): ReactElement {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const { kind, place, note, reason } = decision;
  const what = kind === "TIE" ? t("others.TIE", { place: place ?? 1 }) : t(kind === "NOTE" ? "others.NOTE" : "others.INELIGIBLE");
  return (
    <li className={styles.winner}>
      <span className={styles.who}>
        <span className={styles.place}>{what}</span>
        <strong>{decision.area.name}</strong>
        <span className={styles.quiet}>{wayTo(decision.area)}</span>
      </span>
      {canDecide ? <Unstage decision={decision} refetch={refetch} /> : null}
      <p className={styles.reason}>{note ? format.text(note) : t("prizes.reason", { reason })}</p>
    </li>
  );
}
