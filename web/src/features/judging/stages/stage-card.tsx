import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DeadlineText } from "../../../ui/deadline-text.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { useDuration } from "../../../ui/use-duration.ts";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import { type Cut, STAGE_BADGES, type StageParts } from "./stage-parts.ts";
import { StageSteps } from "./stage-steps.tsx";

/** A judging stage: its state and dates, its counts, who goes on, what can be done, and the ways on. */
export function StageCard({ stage }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation(["judging", "table"]);
  const language = useLanguage();
  const base = `/${language}/app/judging/stages/${stage.id}`;
  const title = `stage-${stage.id}`;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.cardHead}>
        <h2 id={title} className={styles.cardTitle}>
          {stage.name}
        </h2>
        <StateBadge kind={STAGE_BADGES[stage.state]} word={t(`table:state.${stage.state}`)} />
      </div>
      <Dates stage={stage} />
      <Counts stage={stage} />
      <p className={styles.quiet}>
        <Rules stage={stage} />
      </p>
      <StageSteps stage={stage} />
      <nav className={styles.acts} aria-label={t("ways", { stage: stage.name })}>
        <Button component={Link} to={`${base}/assignment`} variant="default" size="sm">
          {t("way.assignment")}
        </Button>
        <Button component={Link} to={`${base}/table`} variant="default" size="sm">
          {t("way.table")}
        </Button>
        {stage.rubric.mode === "PAIRWISE" ? null : (
          <Button component={Link} to={`paper?stage=${stage.code}`} variant="default" size="sm">
            {t("way.paper")}
          </Button>
        )}
      </nav>
    </section>
  );
}

function Dates({ stage }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const duration = useDuration();
  const at = { timeZone: stage.timeZone, showZone: true } as const;
  return (
    <p className={styles.words}>
      {t("span", { from: format.dateTime(stage.startsAt, at), to: format.dateTime(stage.endsAt, at) })}
      {stage.graceMinutes > 0 ? ` · ${t("grace", { span: duration(stage.graceMinutes) })}` : null}
      <br />
      <DeadlineText at={stage.endsAt} timeZone={stage.timeZone} />
    </p>
  );
}

/** Signed and assigned only: drafts are their judge's. */
function Counts({ stage: { counts, judgesPerEntry } }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const facts = [
    ["entries", format.number(counts.entries)],
    ["judges", format.number(counts.judges)],
    ["cards", t("count.signed", { signed: counts.signed, assigned: counts.assigned })],
    ["short", t("count.shortOf", { short: counts.short, count: judgesPerEntry })],
  ] as const;
  return (
    <dl className={styles.counts}>
      {facts.map(([fact, value]) => (
        <div key={fact} data-warn={fact === "short" && counts.short > 0}>
          <dt>{t(`count.${fact}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rules({ stage }: { readonly stage: StageParts }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const cut = stage.cut as Cut;
  const onward =
    cut.kind === "TOP"
      ? t(`cut.TOP.${cut.within ?? "EVERYWHERE"}`, { count: cut.places })
      : cut.kind === "THRESHOLD"
        ? t("cut.THRESHOLD", { from: format.decimal(String(cut.from)) })
        : t("cut.NONE");
  const criteria = stage.rubric.criteria.length;
  return (
    <>
      {[
        t(`form.${stage.form as "DESK" | "PRESENTATION" | "VISIT"}`),
        t(`mode.${stage.rubric.mode as "SCORES" | "PASS_FAIL" | "PAIRWISE"}`),
        criteria > 0 ? t("criteria", { count: criteria }) : null,
        t("weight", { weight: format.decimal(stage.weight) }),
        onward,
      ]
        .filter(Boolean)
        .join(" · ")}
    </>
  );
}
