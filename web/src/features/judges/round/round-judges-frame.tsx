import { useQuery } from "@apollo/client/react";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useParams } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Page } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judges.module.css";
import { JUDGED_ROUND } from "./judges.query.ts";

/** The round of a page about its judges. */
export type JudgedRound = { readonly id: string; readonly code: string; readonly name: string };

const PARTS = ["judges", "conflicts", "replacements"] as const;

/** A page about the judges of one round: its way, the ways to the other such pages, and the dialogs that stand on it. */
export function RoundJudgesFrame(props: {
  readonly part: (typeof PARTS)[number];
  readonly lead: string;
  readonly actions?: (round: JudgedRound) => ReactNode;
  readonly children: (round: JudgedRound) => ReactNode;
}): ReactElement {
  const { t } = useTranslation(["judges", "common"]);
  const language = useLanguage();
  const { code = "" } = useParams();
  const { data, loading, error, refetch } = useQuery(JUDGED_ROUND, { variables: { code } });
  const round = data?.round ?? null;
  const base = `/${language}/app/rounds/${code}`;
  return (
    <Page
      title={t(`parts.${props.part}`)}
      lead={props.lead}
      breadcrumbs={[
        { label: t("rounds"), to: `/${language}/app/rounds` },
        { label: round?.name ?? "…", to: base },
        { label: t("parts.judges") },
      ]}
      loading={loading && round === null}
      actions={round ? props.actions?.(round) : undefined}
    >
      {error && !round ? <QueryError error={error} retry={() => void refetch()} /> : null}
      {data && !round ? <EmptyState what={t("common:missing.next")} /> : null}
      {round ? (
        <>
          <nav className={styles.tabs} aria-label={t("parts.label")}>
            {PARTS.map((part) => (
              <NavLink
                key={part}
                to={part === "judges" ? `${base}/judges` : `${base}/judges/${part}`}
                end={part !== "judges" || props.part !== "judges"}
              >
                {t(`parts.${part}`)}
              </NavLink>
            ))}
          </nav>
          {props.children(round)}
          <Outlet context={round} />
        </>
      ) : null}
    </Page>
  );
}
