import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { HomeQuery } from "../../gql/graphql.ts";
import { useNow } from "../../ui/deadline-text.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import styles from "./home.module.css";

type Rounds = HomeQuery["rounds"]["nodes"];

/** The rounds under way, each with its stages and the time left. */
export function RoundTimelines({ rounds }: { readonly rounds: Rounds }): ReactElement {
  const { t } = useTranslation("home");
  const format = useFormat();
  const language = useLanguage();
  const now = useNow();
  const left = (stage: Rounds[number]["stages"][number]) =>
    t(`rounds.${stage.state}`, { in: format.relative(stage.state === "UPCOMING" ? stage.startsAt : stage.endsAt, now) });
  return (
    <ul className={styles.rounds}>
      {rounds.map((round) => (
        <li key={round.id}>
          <h3 className={styles.round}>
            <Link to={`/${language}/app/rounds/${round.code}`}>{round.name}</Link>
          </h3>
          <ol className={styles.stages}>
            {round.stages.map((stage) => (
              <li
                key={stage.id}
                className={styles.stage}
                data-state={stage.state}
                title={format.dateTime(stage.endsAt, { timeZone: round.timeZone })}
              >
                <span>{stage.name}</span>
                <span>{left(stage)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
