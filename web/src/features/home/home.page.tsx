import { useQuery } from "@apollo/client/react";
import { type ReactElement, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/session/me.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, Section, SkeletonLines } from "../../ui/page.tsx";
import { ActList } from "./act-list.tsx";
import { HomeDocument } from "./home.query.ts";
import { RoundTimelines } from "./round-timelines.tsx";
import { TaskList } from "./task-list.tsx";

/** What waits for me, oldest first; what I did last; my rounds' timelines. */
export function Component(): ReactElement {
  const { t } = useTranslation(["home", "common"]);
  const me = useMe();
  const query = useQuery(HomeDocument, { fetchPolicy: "cache-and-network" });
  const data = query.dataState === "complete" ? query.data : undefined;
  return (
    <Page title={me ? t("greeting", { name: me.name }) : t("title")} loading={query.loading && data === undefined}>
      {query.error && !data ? (
        <ErrorState title={t("common:failure.networkTitle")} next={t("common:failure.networkNext")} retry={() => void query.refetch()} />
      ) : null}
      {data ? (
        <>
          <Section title={t("waiting.title")}>
            {data.homeTasks.length === 0 ? <EmptyState what={t("waiting.empty")} /> : <TaskList tasks={data.homeTasks} />}
          </Section>
          <Section title={t("recent.title")}>
            {data.myRecentActs.length === 0 ? (
              <EmptyState what={t("recent.empty")} />
            ) : (
              <Suspense fallback={<SkeletonLines lines={3} />}>
                <ActList acts={data.myRecentActs} />
              </Suspense>
            )}
          </Section>
          <Section title={t("rounds.title")}>
            {data.rounds.nodes.length === 0 ? <EmptyState what={t("rounds.empty")} /> : <RoundTimelines rounds={data.rounds.nodes} />}
          </Section>
        </>
      ) : null}
    </Page>
  );
}
