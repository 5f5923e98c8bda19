import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { conductDueOf } from "../../lib/judging/conduct-due.ts";
import type { KnownQueue } from "../../lib/judging/known-card.ts";
import { nextToJudge, type QueueView } from "../../lib/judging/queue/queue-view.ts";
import { useQueue } from "../../lib/judging/queue/use-queue.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useDuration } from "../../ui/use-duration.ts";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { ConductAsked } from "./conduct-asked.tsx";
import styles from "./desk.module.css";
import { QueueList } from "./queue/queue-list.tsx";
import { StoredBadge } from "./queue/stored-badge.tsx";
import { TakeAlongSection } from "./queue/take-along-section.tsx";

/** What a judge has to do in a stage: how much is left, by when, the one way on, and the entries in the judge's own order. */
export function Component(): ReactElement {
  const { t } = useTranslation("desk");
  const { stageId = "" } = useParams();
  const language = useLanguage();
  const format = useFormat();
  const failureWords = useFailureWords();
  const { queue, view, keptAt, failure, reload } = useQueue(stageId);
  const asked = conductDueOf(failure);
  const title = queue?.stage.name ?? t("judging");
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: t("judging"), to: `/${language}/app/judging` }, { label: title }]}
      loading={queue === null && failure === null}
      lead={queue ? <Lead queue={queue} /> : undefined}
      actions={queue && view ? <Onward queue={queue} view={view} /> : undefined}
    >
      {asked === null ? null : <ConductAsked judgeId={asked} />}
      {failure && asked === null ? <ErrorState title={failureWords(failure)} next="" retry={reload} /> : null}
      {keptAt === null ? null : <Notice kind="waiting" title={t("kept", { moment: format.dateTime(keptAt) })} />}
      {queue && view ? <Queue queue={queue} view={view} /> : null}
    </Page>
  );
}

function Lead({ queue }: { readonly queue: KnownQueue }): ReactElement {
  const { stage } = queue;
  return (
    <div className={styles.facts}>
      <span>{stage.roundName}</span>
      <DeadlineText at={stage.endsAt} timeZone={stage.timeZone} />
      <StoredBadge stageId={stage.id} />
    </div>
  );
}

/** The one thing to do: the next entry that is not signed, or the next pair. */
function Onward({ queue, view }: { readonly queue: KnownQueue; readonly view: QueueView }): ReactElement | null {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const home = `/${language}/app/judging`;
  if (queue.rubric.mode === "PAIRWISE")
    return view.total === 0 ? null : (
      <Button component={Link} to={`${home}/stages/${queue.stage.id}/compare`}>
        {t("queue.compare")}
      </Button>
    );
  const next = view.lines.find(({ id }) => id === nextToJudge(view.lines, ""));
  if (!next) return null;
  const begun = view.done > 0 || view.lines.some(({ state }) => state === "DRAFT");
  return (
    <Button component={Link} to={`${home}/cards/${next.id}`} state={{ desk: true }}>
      {t(begun ? "queue.continue" : "queue.begin", { reference: next.reference })}
    </Button>
  );
}

function Queue({ queue, view }: { readonly queue: KnownQueue; readonly view: QueueView }): ReactElement {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const duration = useDuration();
  const { stage, rubric } = queue;
  const left = view.total - view.done;
  const pairwise = rubric.mode === "PAIRWISE";
  if (view.lines.length === 0) return <EmptyState what={t("queue.empty")} />;
  return (
    <>
      <ProgressBar label={t("queue.lead", { done: view.done, total: view.total })} done={view.done} total={view.total} counted />
      {left === 0 && view.total > 0 ? (
        <Notice kind="saved" title={t(pairwise ? "queue.allCompared" : "queue.allDone")} />
      ) : (
        <p>{t(pairwise ? "queue.pairs" : "queue.left", { count: left })}</p>
      )}
      {stage.takesMarks ? null : <Notice kind="locked" title={t("queue.closed")} />}
      {stage.takesMarks && stage.graceMinutes > 0 ? <p>{t("queue.grace", { span: duration(stage.graceMinutes) })}</p> : null}
      <Section title={t("queue.yours")}>
        <QueueList lines={view.lines} />
      </Section>
      {pairwise ? null : (
        <p>
          <a className={styles.link} href={`/print/judging/${stage.id}.pdf?language=${language}`} target="_blank" rel="noreferrer">
            {t("queue.print")}
          </a>
        </p>
      )}
      <TakeAlongSection stageId={stage.id} />
    </>
  );
}
