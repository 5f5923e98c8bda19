import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./home.module.css";
import { DeadlinesDocument } from "./home.query.ts";

/** Under the top: what ends within three days; nothing otherwise. */
export function DeadlineStrip(): ReactElement | null {
  const language = useLanguage();
  const { data } = useQuery(DeadlinesDocument, { context: { quietSession: true }, pollInterval: 15 * 60_000 });
  const deadlines = data?.homeDeadlines ?? [];
  if (deadlines.length === 0) return null;
  return (
    <ul className={styles.deadlines}>
      {deadlines.map((deadline) =>
        deadline?.id && deadline.endsAt && deadline.timeZone ? (
          <li key={deadline.id}>
            <Link to={`/${language}/app/rounds/${deadline.roundCode}`}>
              {deadline.roundName}: {deadline.stageName}
            </Link>{" "}
            <DeadlineText at={deadline.endsAt} timeZone={deadline.timeZone} />
          </li>
        ) : null,
      )}
    </ul>
  );
}
