import { useQuery } from "@apollo/client/react";
import { Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useNavigateOnce } from "../../ui/use-navigate-once.ts";
import styles from "./standing.module.css";
import { type Why, WhyRankDocument } from "./standing.query.ts";
import { WhyIndex } from "./why-index.tsx";
import { WhyTable } from "./why-table.tsx";
import { useMetricValue, useReasonWords } from "./words.ts";

/** Why an area stands where it does, in a sentence and a table. */
export function Component(): ReactElement {
  const { t } = useTranslation(["standing", "common"]);
  const { round = "", subject = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigateOnce();
  const { data, error } = useQuery(WhyRankDocument, { variables: { round, subject }, fetchPolicy: "cache-and-network" });
  const why = data?.whyRank ?? null;
  return (
    <Modal
      opened
      size="xl"
      onClose={() => navigate(`../?${search}`, { preventScrollReset: true })}
      title={t("why.title", { name: why?.area.name ?? "" })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {error && !why ? <QueryError error={error} /> : why ? <Because why={why} /> : <SkeletonLines />}
    </Modal>
  );
}

function Because({ why }: { readonly why: Why }): ReactElement {
  const { t } = useTranslation("standing");
  const words = useReasonWords();
  const inUnits = useMetricValue();
  return (
    <>
      <Sentence why={why} />
      {why.reasons.map((reason) => (
        <p key={words(reason)} className={styles.sentence}>
          {words(reason)}
        </p>
      ))}
      {why.tieBreak ? (
        <p className={styles.sentence}>
          {t("why.tie", { rule: t(tieKey(why.tieBreak.rule), { metric: why.tieBreak.metric ? t(`metric.${why.tieBreak.metric}`) : "" }) })}
        </p>
      ) : null}
      {why.tiedWith.length > 0 ? (
        <p className={styles.sentence}>{t("why.tiedWith", { names: why.tiedWith.map(({ name }) => name) })}</p>
      ) : null}
      <h3 className={styles.part}>{t("why.table")}</h3>
      <WhyTable why={why} />
      {why.index ? <WhyIndex index={why.index} /> : null}
      {why.steps
        .filter(({ shrinkage }) => Number(shrinkage) > 0)
        .map((step) => (
          <p key={step.metric} className={styles.sentence}>
            {t(`metric.${step.metric}`)}: {t("why.shrinking", { overall: inUnits(step.metric, step.overall), k: step.shrinkage })}
          </p>
        ))}
      <h3 className={styles.part}>{t("why.requirements")}</h3>
      <Requirements why={why} />
    </>
  );
}

function Sentence({ why }: { readonly why: Why }): ReactElement {
  const { t } = useTranslation("standing");
  const { area, rank, score, rankedCount: count } = why;
  const [most] = [...why.steps].sort((a, b) => Number(b.contribution) - Number(a.contribution));
  if (rank === null || score === null || !most) return <p className={styles.sentence}>{t("why.notRanked", { name: area.name })}</p>;
  const about = { name: area.name, rank, count, score };
  if (Number(most.contribution) === 0) return <p className={styles.sentence}>{t("why.lowSentence", about)}</p>;
  return (
    <p className={styles.sentence}>
      {t("why.sentence", { ...about, points: rounded(most.contribution), metric: t(`metric.${most.metric}`) })}
    </p>
  );
}

function Requirements({ why }: { readonly why: Why }): ReactElement {
  const { t } = useTranslation("standing");
  return (
    <ul className={styles.requirements}>
      {why.requirements.map(({ code, metric, met, has, needed, missing }) => {
        const counted = code === "VOLUME" || code === "COMPLETENESS" || code === "NOTHING_VERIFIED";
        return (
          <li key={`${code} ${metric}`}>
            <StateBadge
              kind={met ? "saved" : "problem"}
              word={met ? t("requirement.met") : counted ? t("requirement.missing", { missing }) : t("requirement.unmet")}
            />
            {t(`requirement.${code}`, { has, needed, metric: metric ? t(`metric.${metric}`) : "" })}
          </li>
        );
      })}
    </ul>
  );
}

const TIE_KEYS = {
  HIGHER_METRIC: "tieRule.HIGHER_METRIC",
  LARGER_VOLUME: "tieRule.LARGER_VOLUME",
  HIGHER_PART: "tieRule.HIGHER_PART",
  MORE_INNOVATIONS: "tieRule.MORE_INNOVATIONS",
  CHAIR_DECISION: "tieRule.CHAIR_DECISION",
} as const;

function tieKey(rule: string): (typeof TIE_KEYS)[keyof typeof TIE_KEYS] {
  return isTieRule(rule) ? TIE_KEYS[rule] : TIE_KEYS.CHAIR_DECISION;
}

function isTieRule(rule: string): rule is keyof typeof TIE_KEYS {
  return rule in TIE_KEYS;
}

function rounded(points: string): string {
  return Number(points).toFixed(2);
}
