import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams, useSearchParams } from "react-router";
import { useStream } from "../../lib/apollo/use-stream.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { AgreementTab } from "./agreement/agreement-tab.tsx";
import { MarksTab } from "./marks/marks-tab.tsx";
import { ProgressTab } from "./progress/progress-tab.tsx";
import { StandingTab } from "./standing/standing-tab.tsx";
import styles from "./table.module.css";
import { JudgingProgressDocument, JudgingTableDocument, type Table } from "./table.query.ts";
import type { TableContext } from "./use-table.ts";

const TABS = ["progress", "marks", "agreement", "standing"] as const;
type Tab = (typeof TABS)[number];

/** The chair's table of a stage: how far it is, what was marked, how far judges agree, and who stands where. Signed cards only. */
export function Component(): ReactElement {
  const { t } = useTranslation("table");
  const language = useLanguage();
  const { stageId = "" } = useParams();
  const [search] = useSearchParams();
  const { data, error, loading, refetch } = useQuery(JudgingTableDocument, { variables: { stageId }, fetchPolicy: "cache-and-network" });
  const client = useApolloClient();
  const live = useStream(JudgingProgressDocument, { stageId });
  const table = data?.judgingTable ?? null;
  if (error && !table) return <Page title={t("title")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!table) return <Page title={t("title")} loading={loading} />;
  const context: TableContext = {
    table,
    progress: live.data?.judgingProgress ?? table.progress,
    refetch: () => client.refetchQueries({ include: "active" }),
  };
  const tab = TABS.find((one) => one === search.get("tab")) ?? "progress";
  return (
    <Page
      title={t("page.title", { stage: table.stage.name })}
      lead={<Lead table={table} isLive={live.state === "live"} />}
      breadcrumbs={[
        { label: table.roundName, to: `/${language}/app/rounds/${table.roundCode}` },
        { label: t("page.title", { stage: table.stage.name }) },
      ]}
      actions={table.stage.viewerCan.lead ? <PaperWay table={table} /> : undefined}
    >
      <Tabs tab={tab} />
      {tab === "progress" || context.progress.signed === table.progress.signed ? null : <Fresh context={context} />}
      {tab === "progress" ? <ProgressTab {...context} /> : null}
      {tab === "marks" ? <MarksTab table={table} /> : null}
      {tab === "agreement" ? <AgreementTab table={table} /> : null}
      {tab === "standing" ? <StandingTab {...context} /> : null}
      <Outlet context={context} />
    </Page>
  );
}

/** Paper sheets are printed and keyed in on a page of their own. */
function PaperWay({ table }: { readonly table: Table }): ReactElement {
  const { t } = useTranslation("table");
  const language = useLanguage();
  return (
    <Button component={Link} to={`/${language}/app/rounds/${table.roundCode}/judging/paper?stage=${table.stage.code}`} variant="default">
      {t("page.paper")}
    </Button>
  );
}

function Lead({ table, isLive }: { readonly table: Table; readonly isLive: boolean }): ReactElement {
  const { t } = useTranslation("table");
  const { stage } = table;
  return (
    <span className={styles.lead}>
      <StateBadge kind={stage.state === "CLOSED" ? "locked" : "waiting"} word={t(`state.${stage.state}`)} />
      <StateBadge kind={isLive ? "saved" : "draft"} word={isLive ? t("page.live") : t("page.notLive")} />
      <DeadlineText at={stage.endsAt} timeZone={stage.timeZone} />
    </span>
  );
}

/** Four tabs as links, so that each has an address. */
function Tabs({ tab }: { readonly tab: Tab }): ReactElement {
  const { t } = useTranslation("table");
  return (
    <nav className={styles.tabs} aria-label={t("page.tabs")}>
      {TABS.map((one) => (
        <Link key={one} to={`?tab=${one}`} preventScrollReset aria-current={one === tab ? "page" : undefined} className={styles.tab}>
          {t(`tab.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Numbers do not move under the chair's eyes: what has come meanwhile is shown when asked for. */
function Fresh({ context }: { readonly context: TableContext }): ReactElement {
  const { t } = useTranslation("table");
  return (
    <Notice kind="waiting" title={t("page.fresh")}>
      <Button variant="default" onClick={() => void context.refetch()}>
        {t("page.show")}
      </Button>
    </Notice>
  );
}
