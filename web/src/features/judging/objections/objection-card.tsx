import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { StateBadge, type StateKind } from "../../../ui/state-badge.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import type { ObjectionRoundParts } from "./objections.page.tsx";

type Objection = ObjectionRoundParts["objections"][number];

const BADGES: Readonly<Record<Objection["state"], StateKind>> = { OPEN: "waiting", UPHELD: "problem", DISMISSED: "locked" };

/** An objection as it was written, by whom, and what was answered. */
export function ObjectionCard({ objection, round }: { readonly objection: Objection; readonly round: ObjectionRoundParts }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  const language = useLanguage();
  const { search } = useLocation();
  const title = `objection-${objection.id}`;
  const at = { timeZone: round.timeZone, short: true } as const;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.cardHead}>
        <h2 id={title} className={styles.cardTitle}>
          <Link className={styles.link} to={`/${language}/app/entries/${objection.entryId}`}>
            {t("entryOf", objection)}
          </Link>
        </h2>
        <StateBadge kind={BADGES[objection.state]} word={t(`objections.state.${objection.state}`)} />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t("objections.ground")}</dt>
          <dd>{objection.ground}</dd>
        </div>
        <div>
          <dt>{t("objections.by")}</dt>
          <dd>
            {objection.name} ·{" "}
            <a className={styles.link} href={`mailto:${objection.email}`}>
              {objection.email}
            </a>{" "}
            · {format.dateTime(objection.madeAt, at)}
          </dd>
        </div>
      </dl>
      <blockquote className={styles.quote} lang={objection.language}>
        {objection.text}
      </blockquote>
      {objection.answer === null ? null : (
        <dl className={styles.facts}>
          <div>
            <dt>{t("objections.answered", { who: objection.answeredBy ?? "", at: format.dateTime(objection.answeredAt ?? "", at) })}</dt>
            <dd className={styles.quote}>{objection.answer}</dd>
          </div>
        </dl>
      )}
      {objection.state === "OPEN" && round.canAnswer ? (
        <div className={styles.acts}>
          <Button component={Link} to={{ pathname: objection.id, search }} aria-label={t("objections.answerOf", objection)}>
            {t("objections.answer")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
