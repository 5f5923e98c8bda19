import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { StateBadge } from "../../ui/state-badge.tsx";
import styles from "./decisions.module.css";
import type { Slot, Winner } from "./decisions.query.ts";
import { Unstage } from "./unstage.tsx";
import { fullName, type TrayContext, wayTo } from "./use-tray.ts";

/** The prizes: whom the rule proposes, whom the chair has staged, and what still lacks. */
export function PrizeSlots({ tray, refetch }: TrayContext): ReactElement {
  return (
    <div className={styles.slots}>
      {tray.prizes.map((slot) => (
        <PrizeSlot key={`${slot.prize} ${slot.within?.id}`} slot={slot} canDecide={tray.viewerCan.decide} refetch={refetch} />
      ))}
    </div>
  );
}

type SlotProps = { readonly slot: Slot; readonly canDecide: boolean; readonly refetch: () => Promise<void> };

function PrizeSlot({ slot, canDecide, refetch }: SlotProps): ReactElement {
  const { t } = useTranslation("decisions");
  const title = slot.within ? t("prizes.within", { prize: slot.name, area: slot.within.name }) : slot.name;
  const places = new Set([...slot.winners.map(({ decision }) => decision.place), ...slot.withheld.map(({ place }) => place)]);
  const proposed = slot.open > 0 ? slot.proposals.filter(({ staged, place }) => !staged && !places.has(place)) : [];
  const firstFree = Array.from({ length: slot.places }, (_, index) => index + 1).find((place) => !places.has(place)) ?? 1;
  return (
    <article className={styles.slot}>
      <h3 className={styles.slotTitle}>{title}</h3>
      <ol className={styles.winners}>
        {slot.winners.map((winner) => (
          <StagedWinner key={winner.decision.id} slot={slot} winner={winner} canDecide={canDecide} refetch={refetch} />
        ))}
        {slot.withheld.map((decision) => (
          <li key={decision.id} className={styles.winner}>
            <span className={styles.who}>
              <span className={styles.place}>{t("prizes.place", { place: decision.place ?? 1 })}</span>
              <span>{t("prizes.withheldFrom", { name: fullName(decision.area) })}</span>
            </span>
            <StateBadge kind="locked" word={t("prizes.withheld")} />
            {canDecide ? (
              <span className={styles.acts}>
                <Unstage decision={decision} refetch={refetch} />
              </span>
            ) : null}
            {decision.reason ? <p className={styles.reason}>{t("prizes.reason", { reason: decision.reason })}</p> : null}
          </li>
        ))}
        {proposed.map((proposal) => (
          <li key={proposal.area.id} className={styles.winner}>
            <Who place={proposal.place} area={proposal.area} rank={proposal.rank} score={proposal.score} />
            <StateBadge kind="draft" word={t("prizes.proposed")} />
          </li>
        ))}
      </ol>
      {slot.undecided.length > 0 && slot.open > 0 ? (
        <p className={styles.text}>{t("prizes.undecided", { names: slot.undecided.map(({ area }) => fullName(area)) })}</p>
      ) : null}
      {slot.vacant > 0 ? <p className={styles.text}>{t("prizes.vacant", { count: slot.vacant })}</p> : null}
      {canDecide && slot.open > 0 ? (
        <div className={styles.acts}>
          <Button component={Link} to={stageAddress(slot, { place: firstFree })} preventScrollReset variant="default">
            {t("prizes.choose")}
          </Button>
          <Button
            component={Link}
            to={stageAddress(slot, { place: firstFree, kind: "WITHHELD" })}
            preventScrollReset
            variant="subtle"
            aria-label={t("prizes.withholdLabel", { prize: title })}
          >
            {t("prizes.withhold")}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

function StagedWinner({ slot, winner, canDecide, refetch }: SlotProps & { readonly winner: Winner }): ReactElement {
  const { t } = useTranslation("decisions");
  const { decision, conflict } = winner;
  const name = fullName(decision.area);
  return (
    <li className={styles.winner}>
      <Who place={decision.place ?? 1} area={decision.area} rank={winner.rank} score={winner.score} />
      {conflict ? (
        <StateBadge kind="problem" word={t(`prizes.conflict.${conflict}`)} />
      ) : (
        <StateBadge
          kind={winner.isProposed ? "saved" : "waiting"}
          word={winner.isProposed ? t("prizes.asProposed") : t("prizes.overridden")}
        />
      )}
      {canDecide ? (
        <span className={styles.acts}>
          <Button
            component={Link}
            to={stageAddress(slot, { place: decision.place ?? 1, decision })}
            preventScrollReset
            variant="subtle"
            aria-label={t("prizes.changeLabel", { name })}
          >
            {t("prizes.change")}
          </Button>
          <Unstage decision={decision} refetch={refetch} />
        </span>
      ) : null}
      {decision.reason ? <p className={styles.reason}>{t("prizes.reason", { reason: decision.reason })}</p> : null}
    </li>
  );
}

type WhoProps = {
  readonly place: number;
  readonly area: Winner["decision"]["area"];
  readonly rank: number | null;
  readonly score: string | null;
};

function Who({ place, area, rank, score }: WhoProps): ReactElement {
  const { t } = useTranslation("decisions");
  return (
    <span className={styles.who}>
      <span className={styles.place}>{t("prizes.place", { place })}</span>
      <strong>{area.name}</strong>
      <span className={styles.quiet}>
        {[wayTo(area), rank === null ? "" : t("prizes.rankScore", { rank, score })].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}

type Staged = { readonly id: string; readonly version: number; readonly area: { readonly id: string } };

type Stage = { readonly place: number; readonly decision?: Staged; readonly kind?: "PRIZE" | "WITHHELD" };

function stageAddress(slot: Slot, what: Stage): string {
  const search = new URLSearchParams({ kind: what.kind ?? "PRIZE", prize: slot.prize, level: slot.level, place: String(what.place) });
  // Withheld is what the rule would give: the one it proposes for the place, or one of those it cannot tell apart.
  const meant = slot.proposals.find(({ place }) => place === what.place) ?? slot.undecided[0];
  if (what.kind === "WITHHELD" && meant) search.set("subject", meant.area.id);
  if (slot.within) search.set("within", slot.within.id);
  if (what.decision) {
    search.set("decision", what.decision.id);
    search.set("version", String(what.decision.version));
    search.set("subject", what.decision.area.id);
  }
  return `stage?${search}`;
}
