import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { HomeQuery } from "../../gql/graphql.ts";
import { PlainButtonLink } from "../../ui/plain-button.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import styles from "./home.module.css";

type Task = HomeQuery["homeTasks"][number];

/** Tasks, each with where, since when, and the one thing to do. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }): ReactElement {
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} />
      ))}
    </ul>
  );
}

function TaskItem({ task }: { readonly task: Task }): ReactElement {
  const { t } = useTranslation("home");
  const format = useFormat();
  const language = useLanguage();
  const due =
    task.dueAt && task.timeZone
      ? t("waiting.due", { day: format.dateTime(task.dueAt, { timeZone: task.timeZone, showZone: true }) })
      : null;
  const facts = [task.placeName ?? task.roundName, t("waiting.since", { day: format.date(task.since) }), due];
  return (
    <li className={styles.task}>
      <div className={styles.words}>
        <p className={styles.what}>{t(`task.${task.verb}`, { count: task.count, month: task.month ? format.month(task.month) : "" })}</p>
        <p className={styles.where}>{facts.filter((fact) => fact !== null).join(" · ")}</p>
      </div>
      <PlainButtonLink to={`/${language}/app/${placeOf(task)}`}>{t(`verb.${task.verb}`)}</PlainButtonLink>
    </li>
  );
}

/** The page on which a task is done. */
function placeOf({ verb, placeId, month, roundCode, judgingId }: Task): string {
  switch (verb) {
    case "SUBMIT_REPORTS":
    case "MEND_REPORTS":
      return `reports/${placeId}/${month}`;
    case "APPROVE_REPORTS":
      return `reports/${placeId}/${month}/review`;
    case "FINISH_ENTRIES":
    case "MEND_ENTRIES":
      return `entries?round=${roundCode}`;
    case "ENDORSE_ENTRIES":
    case "CHECK_ENTRIES":
      return "custody";
    case "VERIFY_ENTRIES":
      return "verification";
    case "ANSWER_INVITATION":
    case "ACCEPT_CONDUCT":
      return `judging/accept/${judgingId}`;
    case "JUDGE_ENTRIES":
      return `judging/stages/${judgingId}`;
    case "PUBLISH_ROUND":
      return `standings/${roundCode}/decisions`;
    default:
      return `rounds/${roundCode}`;
  }
}
