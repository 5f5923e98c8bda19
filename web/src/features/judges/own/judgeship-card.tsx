import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { JudgeshipsQuery } from "../../../gql/graphql.ts";
import { Notice } from "../../../ui/notice.tsx";
import { ProgressBar } from "../../../ui/progress-bar.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import styles from "../judges.module.css";

export type Ship = JudgeshipsQuery["judgeships"][number];

/** One round of a judge: the invitation to answer, or the stages with what is left in them. */
export function JudgeshipCard({ ship }: { readonly ship: Ship }): ReactElement {
  const { t } = useTranslation("judges");
  return (
    <section className={styles.card} aria-labelledby={`round-${ship.id}`}>
      <h2 id={`round-${ship.id}`} className={styles.cardTitle}>
        {ship.round.name}
      </h2>
      {ship.state === "INVITED" ? <Notice kind="waiting" title={t(ship.waiting ? "own.askedToWait" : "own.asked")} /> : null}
      {ship.state === "ACCEPTED" && ship.conductDue ? <Notice kind="waiting" title={t("own.conductChanged")} /> : null}
      {ship.state === "ACCEPTED" && ship.waiting ? <p className={styles.quiet}>{t("own.standsBy")}</p> : null}
      <ul className={styles.lines}>
        {ship.stages.map((stage) => (
          <li key={stage.stageId}>
            <Stage ship={ship} stage={stage} />
          </li>
        ))}
      </ul>
      <Ways ship={ship} />
    </section>
  );
}

function Stage({ ship, stage }: { readonly ship: Ship; readonly stage: Ship["stages"][number] }): ReactElement {
  const { t } = useTranslation("judges");
  const format = useFormat();
  const language = useLanguage();
  const { timeZone } = ship.round;
  const { total, signed } = stage;
  return (
    <div className={styles.list} style={{ inlineSize: "100%", gap: "var(--space-2)" }}>
      <strong>{stage.name}</strong>
      <span className={styles.quiet}>
        {t("own.dates", {
          from: format.dateTime(stage.startsAt, { timeZone }),
          until: format.dateTime(stage.endsAt, { timeZone, showZone: true }),
        })}
      </span>
      {total !== null && signed !== null && total > 0 ? (
        <>
          <ProgressBar label={t("own.progress", { signed, total })} done={signed} total={total} counted />
          <div className={styles.acts}>
            <Button component={Link} to={`/${language}/app/judging/stages/${stage.stageId}`}>
              {t(signed === total ? "own.look" : "own.judge")}
            </Button>
          </div>
        </>
      ) : null}
      {total === 0 ? <span>{t("own.nothingYet")}</span> : null}
    </div>
  );
}

function Ways({ ship }: { readonly ship: Ship }): ReactElement {
  const { t } = useTranslation("judges");
  const isAsked = ship.state === "INVITED";
  return (
    <div className={styles.acts}>
      <Button component={Link} to={`accept/${ship.id}`} variant={isAsked || ship.conductDue ? "filled" : "default"}>
        {t(isAsked ? "own.answer" : ship.conductDue ? "own.readAgain" : "own.change")}
      </Button>
      {isAsked ? (
        <Button component={Link} to={`${ship.id}/decline`} variant="default">
          {t("own.decline")}
        </Button>
      ) : (
        <>
          <Button component={Link} to={`${ship.id}/declare`} variant="default">
            {t("own.declare")}
          </Button>
          <Button component={Link} to={`${ship.id}/leave`} variant="default">
            {t("own.leave")}
          </Button>
        </>
      )}
    </div>
  );
}
