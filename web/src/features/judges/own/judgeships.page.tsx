import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import styles from "../judges.module.css";
import { JudgeshipCard } from "./judgeship-card.tsx";
import { JUDGESHIPS } from "./judgeships.query.ts";

/** The reader's invitations to judge, and the rounds that they judge. */
export function Component(): ReactElement {
  const { t } = useTranslation("judges");
  const { data, error, loading, refetch } = useQuery(JUDGESHIPS, { fetchPolicy: "cache-and-network" });
  const ships = data?.judgeships ?? [];
  return (
    <Page title={t("own.title")} lead={t("own.lead")} width="narrow" loading={loading && !data}>
      {error && !data ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && ships.length === 0 ? <EmptyState what={t("own.empty")} /> : null}
      <ul className={styles.list}>
        {ships.map((ship) => (
          <li key={ship.id}>
            <JudgeshipCard ship={ship} />
          </li>
        ))}
      </ul>
      <Outlet />
    </Page>
  );
}
