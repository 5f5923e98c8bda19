import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../../gql/gql.ts";
import type { EntryFeedbackQuery } from "../../../gql/graphql.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import { ToldComment } from "./told-comment.tsx";

/** What applicants get to see of the judging of their entry. */
const FEEDBACK = graphql(`
  query EntryFeedback($entryId: ID!, $language: Language!) {
    entryFeedback(entryId: $entryId, language: $language) {
      entryId
      title
      roundCode
      canTranslate
      stages {
        stageId
        name
        cards
        marks { criterion name mean min max }
        comments { text language translatedBy stale original originalLanguage }
      }
    }
  }
`);

type Stage = NonNullable<EntryFeedbackQuery["entryFeedback"]>["stages"][number];

/** The judges' marks of an entry as means, and their comments for its people, once results are public. */
export function Component(): ReactElement {
  const { t } = useTranslation("judging");
  const language = useLanguage();
  const { id = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(FEEDBACK, { variables: { entryId: id, language } });
  const feedback = data?.entryFeedback ?? null;
  return (
    <Page
      title={t("feedback.title")}
      lead={t("feedback.lead")}
      breadcrumbs={[
        { label: t("entries.entry"), to: `/${language}/app/entries` },
        { label: feedback?.title ?? "…", to: `/${language}/app/entries/${id}` },
        { label: t("feedback.title") },
      ]}
      actions={
        feedback?.canTranslate ? (
          <Button component={Link} to={`/${language}/app/rounds/${feedback.roundCode}/judging/comments`} variant="default">
            {t("feedback.translate")}
          </Button>
        ) : undefined
      }
      loading={loading && !data}
    >
      {error && !data ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && !feedback ? <EmptyState what={t("feedback.notYet")} /> : null}
      {feedback && feedback.stages.length === 0 ? <EmptyState what={t("feedback.none")} /> : null}
      {feedback?.stages.map((stage) => (
        <StageFeedback key={stage.stageId} stage={stage} />
      ))}
    </Page>
  );
}

function StageFeedback({ stage }: { readonly stage: Stage }): ReactElement {
  const { t } = useTranslation("judging");
  const format = useFormat();
  return (
    <Section title={stage.name}>
      <p className={styles.quiet}>{t("feedback.cards", { count: stage.cards })}</p>
      <dl className={styles.counts}>
        {stage.marks.map(({ criterion, name, mean, min, max }) => (
          <div key={criterion}>
            <dt>{name}</dt>
            <dd>
              {mean === null
                ? t("feedback.noMark")
                : t("feedback.mean", { mean: format.decimal(mean), min: format.decimal(min), max: format.decimal(max) })}
            </dd>
          </div>
        ))}
      </dl>
      {stage.comments.length === 0 ? null : (
        <ul className={styles.toldList} aria-label={t("feedback.comments")}>
          {stage.comments.map((comment) => (
            <li key={comment.original}>
              <ToldComment comment={comment} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
