import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section, SkeletonLines } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./judging.module.css";
import { JUDGING_STAGE_PARTS, JUDGING_STAGES } from "./judging.query.ts";
import { JudgingFrame, type JudgingRound } from "./judging-frame.tsx";
import { StageCard } from "./stages/stage-card.tsx";
import { StageEntries } from "./stages/stage-entries.tsx";
import type { StageParts } from "./stages/stage-parts.ts";

/** The judging stages of a round, for its chair: how far each is, what moves it on, and its entries with their panels. */
export function Component(): ReactElement {
  const { t } = useTranslation("judging");
  return (
    <JudgingFrame part="stages" lead={t("lead")}>
      {(round) => <Stages round={round} />}
    </JudgingFrame>
  );
}

function Stages({ round }: { readonly round: JudgingRound }): ReactElement {
  const { t } = useTranslation("judging");
  const { data, loading, error, refetch } = useQuery(JUDGING_STAGES, {
    variables: { roundId: round.id },
    fetchPolicy: "cache-and-network",
  });
  const [search] = useSearchParams();
  if (error && !data) return <QueryError error={error} retry={() => void refetch()} />;
  if (!data) return loading ? <SkeletonLines /> : <EmptyState what={t("none")} />;
  const stages = data.judgingStages.map((stage) => readFragment(JUDGING_STAGE_PARTS, stage));
  const shown = stages.find(({ code }) => code === search.get("stage")) ?? stages.find(({ state }) => state !== "CLOSED") ?? stages[0];
  if (!shown) return <EmptyState what={t("none")} />;
  return (
    <>
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <StageCard stage={stage} />
          </li>
        ))}
      </ol>
      <Revising round={round} stages={stages} />
      <Section title={t("entries.title", { stage: shown.name })}>
        <StageTabs stages={stages} shown={shown} />
        <StageEntries key={shown.id} stage={shown} />
      </Section>
    </>
  );
}

/** The stages as links, so that the entries of each have an address. */
function StageTabs({ stages, shown }: { readonly stages: readonly StageParts[]; readonly shown: StageParts }): ReactElement | null {
  const { t } = useTranslation("judging");
  if (stages.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={t("entries.tabs")}>
      {stages.map(({ id, code, name }) => (
        <Link key={id} to={`?stage=${code}`} preventScrollReset aria-current={id === shown.id ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** What a new version of the rubric does once marks have been given. */
function Revising({ round, stages }: { readonly round: JudgingRound; readonly stages: readonly StageParts[] }): ReactElement | null {
  const { t } = useTranslation("judging");
  const language = useLanguage();
  const marked = stages.filter(({ firstMarkAt, state }) => firstMarkAt !== null && state !== "CLOSED");
  if (!round.viewerCan.reviseInstrument || marked.length === 0) return null;
  const signed = marked.reduce((sum, { counts }) => sum + counts.signed, 0);
  return (
    <Notice kind="locked" title={t("revise.title")}>
      <p>{t("revise.text", { stages: marked.map(({ name }) => name), signed })}</p>
      <Link className={styles.link} to={`/${language}/app/rounds/${round.code}/instrument`}>
        {t("revise.link")}
      </Link>
    </Notice>
  );
}
