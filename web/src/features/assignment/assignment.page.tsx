import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams, useSearchParams } from "react-router";
import type { AssignmentStageQuery } from "../../gql/graphql.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { DeadlineText } from "../../ui/deadline-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./assignment.module.css";
import { AssignmentStageDocument } from "./assignment.query.ts";
import { JudgesTab } from "./judges-tab.tsx";
import { MatrixTab } from "./matrix-tab.tsx";
import { PairsTab } from "./pairs-tab.tsx";
import { PreviewTab } from "./preview/preview-tab.tsx";
import { type AssignmentContext, useAssignment } from "./use-assignment.ts";

const TABS = ["matrix", "pairs", "judges", "preview"] as const;
type Tab = (typeof TABS)[number];

/** Who judges what in a stage: entries against judges, why each pair, and a new assignment that is looked at before it is made. */
export function Component(): ReactElement {
  const { t } = useTranslation("assignment");
  const { stageId = "" } = useParams();
  const { data, error, loading, refetch } = useQuery(AssignmentStageDocument, { variables: { stageId }, fetchPolicy: "cache-and-network" });
  if (error && !data) return <Page title={t("title")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!data) return <Page title={t("title")} loading={loading} />;
  return <Loaded data={data} refetch={refetch} />;
}

type LoadedProps = { readonly data: AssignmentStageQuery; readonly refetch: () => Promise<unknown> };

function Loaded({ data, refetch }: LoadedProps): ReactElement {
  const { t } = useTranslation("assignment");
  const language = useLanguage();
  const [search] = useSearchParams();
  const context = useAssignment(data, refetch);
  const { stage, round, mayAssign } = context;
  const tabs = TABS.filter((one) => one !== "preview" || mayAssign);
  const tab = tabs.find((one) => one === search.get("tab")) ?? "matrix";
  const title = t("titleOf", { stage: stage.name });
  return (
    <Page
      title={title}
      lead={<Lead context={context} />}
      breadcrumbs={
        round
          ? [
              { label: round.name, to: `/${language}/app/rounds/${round.code}` },
              { label: t("judging"), to: `/${language}/app/rounds/${round.code}/judging` },
              { label: title },
            ]
          : []
      }
      actions={mayAssign && round ? <Ways round={round.code} stage={stage.code} /> : undefined}
    >
      {tab === "preview" ? null : <Short context={context} />}
      <nav className={styles.tabs} aria-label={t("tabs")}>
        {tabs.map((one) => (
          <Link key={one} to={`?tab=${one}`} preventScrollReset aria-current={one === tab ? "page" : undefined} className={styles.tab}>
            {t(`tab.${one}`)}
          </Link>
        ))}
      </nav>
      <TabOf tab={tab} context={context} />
      <Outlet context={context} />
    </Page>
  );
}

function TabOf({ tab, context }: { readonly tab: Tab; readonly context: AssignmentContext }): ReactElement {
  if (tab === "pairs") return <PairsTab {...context} />;
  if (tab === "judges") return <JudgesTab {...context} />;
  if (tab === "preview") return <PreviewTab {...context} />;
  return <MatrixTab {...context} />;
}

function Lead({ context: { stage } }: { readonly context: AssignmentContext }): ReactElement {
  const { t } = useTranslation("assignment");
  return (
    <span className={styles.lead}>
      <StateBadge kind={stage.state === "CLOSED" ? "locked" : "waiting"} word={t(`state.${stage.state}`)} />
      <span>{t("perEntry", { count: stage.judgesPerEntry })}</span>
      <DeadlineText at={stage.endsAt} timeZone={stage.timeZone} />
    </span>
  );
}

/** Pairs from a file go the way of all imports: tried first, refused row by row, then taken. Sheets are printed and keyed in on their own page. */
function Ways({ round, stage }: { readonly round: string; readonly stage: string }): ReactElement {
  const { t } = useTranslation("assignment");
  const language = useLanguage();
  const query = new URLSearchParams({ kind: "ASSIGNMENTS", round, stage });
  return (
    <>
      <Button component={Link} to={`/${language}/app/imports?${query}`} variant="default">
        {t("fromFile")}
      </Button>
      <Button component={Link} to={`/${language}/app/rounds/${round}/judging/paper?stage=${stage}`} variant="default">
        {t("paper")}
      </Button>
    </>
  );
}

/** How many entries have too few judges, and the way to mend it. */
function Short({ context: { short, entries, judges, mayAssign } }: { readonly context: AssignmentContext }): ReactElement | null {
  const { t } = useTranslation("assignment");
  if (short.length === 0 || entries.length === 0) return null;
  return (
    <Notice kind="waiting" title={t("short.title", { count: short.length })}>
      <p className={styles.words}>{t("short.which", { entries: short.slice(0, SHOWN).map(({ reference }) => reference) })}</p>
      {short.length > SHOWN ? <p className={styles.words}>{t("short.more", { count: short.length - SHOWN })}</p> : null}
      {judges.length === 0 ? <p className={styles.words}>{t("short.noJudges")}</p> : null}
      {mayAssign && judges.length > 0 ? (
        <Link to="?tab=preview" className={styles.link}>
          {t("short.mend")}
        </Link>
      ) : null}
    </Notice>
  );
}

/** Entries that a notice names. */
const SHOWN = 20;
