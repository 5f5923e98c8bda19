import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import { AcceptForm } from "./accept-form.tsx";
import { JUDGESHIPS } from "./judgeships.query.ts";

/** A judge reads the code of conduct and says what they know and what ties them; before that they see nothing of entries. */
export function Component(): ReactElement {
  const { t } = useTranslation(["judges", "common"]);
  const language = useLanguage();
  const { judgeId } = useParams();
  const { data, error, loading, refetch } = useQuery(JUDGESHIPS, { fetchPolicy: "cache-and-network" });
  const ship = data?.judgeships.find(({ id }) => id === judgeId);
  return (
    <Page
      title={t(ship?.state === "ACCEPTED" ? "accept.change" : "accept.title")}
      {...(ship ? { lead: ship.round.name } : {})}
      breadcrumbs={[{ label: t("own.title"), to: `/${language}/app/judging` }, { label: ship?.round.name ?? "…" }]}
      width="narrow"
      loading={loading && !data}
    >
      {error && !data ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && !ship ? <EmptyState what={t("common:missing.next")} /> : null}
      {ship ? <AcceptForm key={ship.version} ship={ship} /> : null}
    </Page>
  );
}
