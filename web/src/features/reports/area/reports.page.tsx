import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate } from "react-router";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import { FailureState } from "../failure-state.tsx";
import { AREAS } from "../report-documents.ts";

/** Where somebody's reporting work begins: their areas, or at once the only one. */
export function Component(): ReactElement {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const { data, error, loading, refetch } = useQuery(AREAS);
  const areas = data?.reportAreas ?? [];
  const [only] = areas;
  if (areas.length === 1 && only) return <Navigate to={`/${language}/app/reports/${only.id}`} replace />;
  return (
    <Page title={t("title")} loading={loading && !data}>
      {error ? <FailureState error={error} retry={() => void refetch()} /> : null}
      {data && areas.length === 0 ? <EmptyState what={t("areas.none")} /> : null}
      {areas.length > 0 ? (
        <Section title={t("areas.choose")}>
          <ul>
            {areas.map((area) => (
              <li key={area.id}>
                <Link to={area.id}>{area.name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
