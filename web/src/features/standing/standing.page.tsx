import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams, useSearchParams } from "react-router";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { IneligibleTable } from "./ineligible-table.tsx";
import { BarLegend } from "./score-bar.tsx";
import styles from "./standing.module.css";
import { type Standing, StandingDocument } from "./standing.query.ts";
import { StandingTable } from "./standing-table.tsx";

/** A round's standing: level by level, who is ranked and why, who is not and why; tick two to compare. */
export function Component(): ReactElement {
  const { t } = useTranslation("standing");
  const language = useLanguage();
  const { round = "" } = useParams();
  const [search] = useSearchParams();
  const { data, loading, error, refetch } = useQuery(StandingDocument, {
    variables: { round, level: search.get("level") },
    fetchPolicy: "cache-and-network",
  });
  const standing = data?.standing ?? null;
  if (error && !standing) return <Page title={t("title")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!standing) return <Page title={t("title")} loading={loading} />;
  return (
    <Page
      title={t("page.title", { round: standing.roundName })}
      lead={<Lead standing={standing} />}
      breadcrumbs={[{ label: t("title"), to: `/${language}/app/standings` }, { label: standing.roundName }]}
      actions={
        <Button component={Link} to="decisions">
          {t("page.decisions")}
        </Button>
      }
    >
      {standing.illustrative ? <Notice kind="waiting" title={t("page.illustrative")} /> : null}
      {standing.levels.length > 1 ? <Levels standing={standing} /> : null}
      <Ranked key={standing.level} standing={standing} />
      <Section title={t("page.notRanked")}>
        <IneligibleTable
          rows={standing.ineligible}
          regionOf={standing.kind === "INNOVATION_INDEX" ? standing.roundCode : null}
          ofEntries={standing.kind === "JURY"}
        />
      </Section>
      <Outlet />
    </Page>
  );
}

function Lead({ standing }: { readonly standing: Standing }): ReactElement {
  const { t } = useTranslation("standing");
  const format = useFormat();
  const { approvedReports: approved, expectedReports: expected, from, to } = standing;
  return (
    <>
      {standing.roundState === "PUBLISHED" ? (
        <StateBadge kind="saved" word={t("page.published")} />
      ) : (
        <StateBadge kind="locked" word={t("page.private")} />
      )}{" "}
      {from === null || to === null
        ? t(standing.kind === "JURY" ? "page.countedCards" : "page.countedEntries", { approved, expected })
        : t("page.counted", { approved, expected, from: format.month(from), to: format.month(to) })}
    </>
  );
}

function Levels({ standing }: { readonly standing: Standing }): ReactElement {
  const { t } = useTranslation("standing");
  return (
    <nav className={styles.levels} aria-label={t("page.level")}>
      {standing.levels.map(({ code, name }) => {
        const isShown = code === standing.level;
        return (
          <Button
            key={code}
            component={Link}
            to={`?level=${code}`}
            preventScrollReset
            variant={isShown ? "filled" : "default"}
            aria-current={isShown ? "page" : undefined}
          >
            {name}
          </Button>
        );
      })}
    </nav>
  );
}

function Ranked({ standing }: { readonly standing: Standing }): ReactElement {
  const { t } = useTranslation("standing");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before.slice(-1), id]));
  const [first, second] = ticked;
  return (
    <Section title={t("page.ranked")}>
      <BarLegend metrics={standing.metrics} />
      <StandingTable
        standing={standing}
        ticked={ticked}
        onTick={tick}
        tools={
          <span className={styles.tools}>
            {first && second ? (
              <Button component={Link} to={`compare/${first}/${second}?level=${standing.level}`} preventScrollReset>
                {t("page.compare")}
              </Button>
            ) : (
              <span className={styles.quiet}>{t("page.compareHint")}</span>
            )}
            {first ? (
              <Button variant="subtle" onClick={() => setTicked([])}>
                {t("page.clear")}
              </Button>
            ) : null}
          </span>
        }
      />
    </Section>
  );
}
