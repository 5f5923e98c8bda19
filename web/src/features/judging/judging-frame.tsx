import { useQuery } from "@apollo/client/react";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useParams } from "react-router";
import type { JudgingRoundQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./judging.module.css";
import { JUDGING_ROUND } from "./judging.query.ts";

/** The round of a page about its judging. */
export type JudgingRound = NonNullable<JudgingRoundQuery["round"]>;

/** A page about the judging of one round: its way, and the ways to the stages, the judges and the objections. */
export function JudgingFrame(props: {
  readonly part: "stages" | "paper" | "objections" | "comments";
  readonly lead: string;
  readonly children: (round: JudgingRound) => ReactNode;
}): ReactElement {
  const { t } = useTranslation(["judging", "common"]);
  const language = useLanguage();
  const { code = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(JUDGING_ROUND, { variables: { code } });
  const round = data?.round ?? null;
  const base = `/${language}/app/rounds/${code}`;
  return (
    <Page
      title={t(`parts.${props.part}`)}
      lead={props.lead}
      breadcrumbs={[
        { label: t("rounds"), to: `/${language}/app/rounds` },
        { label: round?.name ?? "…", to: base },
        { label: t(`parts.${props.part}`) },
      ]}
      loading={loading && round === null}
    >
      {error && !round ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && !round ? <EmptyState what={t("common:missing.next")} /> : null}
      {round ? (
        <>
          {round.viewerCan.overseeJudging ? <Parts round={round} base={base} /> : null}
          {props.children(round)}
        </>
      ) : null}
    </Page>
  );
}

/** The ways to the other pages about the judging, for who oversees it. */
function Parts({ round, base }: { readonly round: JudgingRound; readonly base: string }): ReactElement {
  const { t } = useTranslation("judging");
  return (
    <nav className={styles.tabs} aria-label={t("parts.label")}>
      <NavLink to={`${base}/judging`} end>
        {t("parts.stages")}
      </NavLink>
      <NavLink to={`${base}/judges`}>{t("parts.judges")}</NavLink>
      {round.viewerCan.keySheets ? <NavLink to={`${base}/judging/paper`}>{t("parts.paper")}</NavLink> : null}
      {round.stages.some(({ kind }) => kind === "OBJECTION") ? <NavLink to={`${base}/objections`}>{t("parts.objections")}</NavLink> : null}
      <NavLink to={`${base}/judging/comments`}>{t("parts.comments")}</NavLink>
    </nav>
  );
}
