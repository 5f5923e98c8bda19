import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Crumb, Page, Section } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { Agencies } from "./agencies.tsx";
import { Overview } from "./overview.tsx";
import { type Region, RegionDocument, RegionSideFragment, type Rules } from "./region.query.ts";
import { WhatIfPanel } from "./what-if.tsx";

/** A region's innovation index in a round: what it is made of, its ranks, what would move it, and its offices. */
export function Component(): ReactElement {
  const { t } = useTranslation("regions");
  const { round = "", country = "", code = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(RegionDocument, {
    variables: { round, code: round, country, area: code },
    fetchPolicy: "cache-and-network",
  });
  const region = data?.regionStanding ?? null;
  const rules = data?.round?.instrument?.index ?? null;
  if (error && !region) return <Page title={t("title")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!region || !rules) return <Page title={t("title")} loading={loading} />;
  return <RegionPage region={region} rules={rules} />;
}

function RegionPage({ region, rules }: { readonly region: Region; readonly rules: Rules }): ReactElement {
  const { t } = useTranslation("regions");
  const language = useLanguage();
  const sides = {
    claimed: readFragment(RegionSideFragment, region.index.claimed),
    verified: readFragment(RegionSideFragment, region.index.verified),
  };
  return (
    <Page
      title={region.area.name}
      lead={<Lead region={region} />}
      breadcrumbs={crumbsOf(region, `/${language}/app`)}
      actions={
        region.canSeeStanding ? (
          <Button component={Link} to={`/${language}/app/standings/${region.roundCode}?level=${region.area.level}`} variant="default">
            {t("toStanding")}
          </Button>
        ) : null
      }
    >
      {region.illustrative ? <Notice kind="waiting" title={t("illustrative")} /> : null}
      <Overview region={region} rules={rules} sides={sides} />
      <Section title={t("whatIf.title")}>
        <WhatIfPanel rules={rules} sides={sides} own={region.index.regionalLevels} />
      </Section>
      <Section title={t("agencies.title")}>
        <Agencies round={region.roundId} area={region.area.id} ranking={rules.agencyRanking} />
      </Section>
    </Page>
  );
}

function Lead({ region }: { readonly region: Region }): ReactElement {
  const { t } = useTranslation("regions");
  return (
    <>
      {region.roundName}{" "}
      {region.roundState === "PUBLISHED" ? (
        <StateBadge kind="saved" word={t("published")} />
      ) : (
        <StateBadge kind="locked" word={t("private")} />
      )}
    </>
  );
}

function crumbsOf({ area, roundName, roundCode }: Region, app: string): readonly Crumb[] {
  const [country] = area.ancestors;
  const above = area.ancestors.slice(1).map(({ code, name }) => ({
    label: name,
    to: `${app}/places/${country?.code ?? ""}/${encodeURIComponent(code)}`,
  }));
  return [{ label: roundName, to: `${app}/rounds/${roundCode}` }, ...above, { label: area.name }];
}
