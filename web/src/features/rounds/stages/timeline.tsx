import { formatZone } from "@isonga/schema/format";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../ui/deadline-text.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useDuration } from "../../../ui/use-duration.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { RoundParts } from "../use-round.ts";
import styles from "./timeline.module.css";

/** A round's dated stages in its zone, each with where it stands and the time left. */
export function Timeline({ round }: { readonly round: Pick<RoundParts, "stages" | "timeZone"> }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  if (round.stages.length === 0) return <EmptyState what={t("timeline.empty")} />;
  return (
    <>
      <p className={styles.zone}>{t("timeline.zone", { zone: formatZone(round.timeZone, format.language) })}</p>
      <ol className={styles.list}>
        {round.stages.map((stage) => (
          <StageItem key={stage.id} stage={stage} timeZone={round.timeZone} />
        ))}
      </ol>
    </>
  );
}

function StageItem({ stage, timeZone }: { readonly stage: RoundParts["stages"][number]; readonly timeZone: string }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const duration = useDuration();
  const now = useNow();
  const state = stateAt(stage, now);
  const distance = format.relative(state === "UPCOMING" ? stage.startsAt : stage.endsAt, now);
  const day = (at: string) => format.dateTime(at, { timeZone });
  return (
    <li className={styles.stage} data-state={state} aria-current={state === "CURRENT" ? "step" : undefined}>
      <span className={styles.mark} aria-hidden="true" />
      <p className={styles.name}>{stage.name}</p>
      <p className={styles.left}>{t(`timeline.${state}`, { in: distance })}</p>
      <p className={styles.when}>
        <time dateTime={stage.startsAt}>{day(stage.startsAt)}</time>
        {" – "}
        <time dateTime={stage.endsAt}>{day(stage.endsAt)}</time>
      </p>
      {stage.graceMinutes > 0 ? <p className={styles.when}>{t("timeline.grace", { span: duration(stage.graceMinutes) })}</p> : null}
    </li>
  );
}

function stateAt(stage: { readonly startsAt: string; readonly endsAt: string }, now: Date): "UPCOMING" | "CURRENT" | "PAST" {
  if (now.getTime() < Date.parse(stage.startsAt)) return "UPCOMING";
  return now.getTime() < Date.parse(stage.endsAt) ? "CURRENT" : "PAST";
}
