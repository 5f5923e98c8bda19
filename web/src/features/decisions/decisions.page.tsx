import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useParams } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./decisions.module.css";
import { AcceptDocument, type Tray } from "./decisions.query.ts";
import { Officials } from "./officials.tsx";
import { OtherDecisions } from "./other-decisions.tsx";
import { PrizeSlots } from "./prize-slots.tsx";
import { Publications } from "./publications.tsx";
import { type TrayContext, useTray } from "./use-tray.ts";

/** The chair's tray: prizes, ineligible areas, remarks, ties and officials, staged until they are published together. */
export function Component(): ReactElement {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { round = "" } = useParams();
  const { tray, loading, error, refetch } = useTray(round);
  if (error && !tray) return <Page title={t("crumb")}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  if (!tray) return <Page title={t("crumb")} loading={loading} />;
  const standings = `/${language}/app/standings`;
  return (
    <Page
      title={t("title", { round: tray.roundName })}
      lead={t("lead")}
      breadcrumbs={[
        { label: t("standings"), to: standings },
        { label: tray.roundName, to: `${standings}/${tray.roundCode}` },
        { label: t("crumb") },
      ]}
    >
      {tray.viewerCan.decide ? null : <NotYet tray={tray} />}
      <Section title={t("prizes.title")} actions={tray.viewerCan.decide ? <Accept tray={tray} refetch={refetch} /> : null}>
        <PrizeSlots tray={tray} refetch={refetch} />
      </Section>
      <Section title={t("officials.title")}>
        <Officials tray={tray} />
      </Section>
      <Section title={t("others.title")}>
        <OtherDecisions tray={tray} refetch={refetch} />
      </Section>
      <Section title={t("publications.title")}>
        <Publications round={round} />
      </Section>
      <TrayBar tray={tray} />
      <Outlet context={{ tray, refetch } satisfies TrayContext} />
    </Page>
  );
}

function NotYet({ tray }: { readonly tray: Tray }): ReactElement | null {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  if (tray.roundState === "DECIDING" || tray.roundState === "PUBLISHED") return null;
  return (
    <Notice kind="waiting" title={t("notYet")}>
      <p>{t("notYetNext")}</p>
      <Button component={Link} to={`/${language}/app/rounds/${tray.roundCode}`} variant="default">
        {t("toRound")}
      </Button>
    </Notice>
  );
}

function Accept({ tray, refetch }: TrayContext): ReactElement | null {
  const { t } = useTranslation("decisions");
  const { act, busy, failure } = useAct(AcceptDocument);
  const words = useFailureWords();
  const isLeft = tray.prizes.some(({ open, proposals }) => open > 0 && proposals.some(({ staged }) => !staged));
  if (!isLeft) return null;
  const accept = async () => {
    if (await act({ input: { roundId: tray.roundId } })) await refetch();
  };
  return (
    <>
      {failure ? <Notice kind="problem" title={words(failure)} takesFocus /> : null}
      <Button loading={busy} onClick={() => void accept()}>
        {t("accept")}
      </Button>
    </>
  );
}

/** What is staged, always in view, with the way to publish it. */
function TrayBar({ tray }: { readonly tray: Tray }): ReactElement {
  const { t } = useTranslation("decisions");
  return (
    <div className={styles.tray} role="status">
      <span className={styles.counts}>
        <strong>{t("tray.staged", { count: tray.stagedCount })}</strong>
        {tray.openCount > 0 ? <span>{t("tray.open", { count: tray.openCount })}</span> : null}
        {tray.conflictCount > 0 ? <span className={styles.conflict}>{t("tray.conflict", { count: tray.conflictCount })}</span> : null}
      </span>
      <Button component={Link} to="../publish" relative="path">
        {t("tray.publish")}
      </Button>
    </div>
  );
}
