import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams } from "react-router";
import { areaAddress } from "../../lib/places/area-path.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { type Crumb, Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./area.module.css";
import { AreaAgencies } from "./area-agencies.tsx";
import { AreaChildren } from "./area-children.tsx";
import { AreaOverview } from "./area-overview.tsx";
import { AREA, type Area, type AreaContext } from "./area-query.ts";

/** An area: where it lies, what is known of it, what lies below it, its agencies, and the ways to its reports and results. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const language = useLanguage();
  const { country = "", code = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(AREA, { variables: { country, code } });
  const area = data?.jurisdiction ?? null;
  if (error) return <Page title={t("title")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!area && !loading) return <NoArea />;
  if (!area || !data) return <Page title={t("title")} loading />;
  const below = area.levelBelow;
  return (
    <Page
      title={area.name}
      lead={`${area.levelName} · ${area.code}`}
      breadcrumbs={crumbsOf(area, { all: t("title"), language })}
      actions={
        <>
          {area.viewerCan.move ? <ToDialog to="move" words={t("move.open")} /> : null}
          {area.viewerCan.edit ? <ToDialog to="change" words={t("edit.open")} /> : null}
        </>
      }
    >
      <AreaOverview area={area} />
      {below === null ? null : (
        <Section
          title={t("area.children", { name: area.name })}
          actions={area.viewerCan.addChild ? <ToDialog to="add" words={t("edit.add", { level: below.name })} /> : null}
        >
          <AreaChildren key={area.id} area={area} />
        </Section>
      )}
      <Section
        title={t("agency.title")}
        actions={area.viewerCan.manageAgencies ? <ToDialog to="agencies/new" words={t("agency.add")} /> : null}
      >
        <AreaAgencies area={area} />
      </Section>
      <Section title={t("area.more")}>
        <ul className={styles.ways}>
          <li>
            <Link to={`/${language}/app/reports?area=${area.id}`}>{t("area.reports")}</Link>
          </li>
          <li>
            <Link to={`/${language}/app/regions/${area.country}/${encodeURIComponent(area.code)}`}>{t("area.index")}</Link>
          </li>
          <li>
            <a href={`/${language}/areas/${area.country}/${encodeURIComponent(area.code)}`}>{t("area.results")}</a>
          </li>
        </ul>
      </Section>
      <Outlet context={{ area, leagues: data.leagues, refetch: () => void refetch() } satisfies AreaContext} />
    </Page>
  );
}

function crumbsOf(area: Area, words: { readonly all: string; readonly language: string }): readonly Crumb[] {
  const app = `/${words.language}/app`;
  return [
    { label: words.all, to: `${app}/places` },
    ...area.ancestors.map((ancestor) => ({ label: ancestor.name, to: `${app}/${areaAddress(ancestor)}` })),
    { label: area.name },
  ];
}

function ToDialog({ to, words }: { readonly to: string; readonly words: string }): ReactElement {
  return (
    <Button component={Link} to={to} preventScrollReset variant="default">
      {words}
    </Button>
  );
}

function NoArea(): ReactElement {
  const { t } = useTranslation("places");
  const language = useLanguage();
  return (
    <Page title={t("area.missing")}>
      <EmptyState
        what={t("area.missingNext")}
        action={
          <Button component={Link} to={`/${language}/app/places`}>
            {t("area.all")}
          </Button>
        }
      />
    </Page>
  );
}
