import { useQuery } from "@apollo/client/react";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section, SkeletonLines } from "../../../ui/page.tsx";
import styles from "../judging.module.css";
import { JudgingFrame, type JudgingRound } from "../judging-frame.tsx";
import { FindSheet } from "./find-sheet.tsx";
import { PAPER_STAGES, type PaperSheet, type PaperStage } from "./paper.query.ts";
import { PrintSheets } from "./print-sheets.tsx";
import { SheetDesk } from "./sheet-desk.tsx";
import { SheetList } from "./sheet-list.tsx";

/** The paper score sheets of a round: found by the code on them, keyed in by two people, and what is still to be done. */
export function Component(): ReactElement {
  const { t } = useTranslation("judging");
  return (
    <JudgingFrame part="paper" lead={t("paper.lead")}>
      {(round) => <Paper round={round} />}
    </JudgingFrame>
  );
}

function Paper({ round }: { readonly round: JudgingRound }): ReactElement {
  const { t } = useTranslation("judging");
  const { data, loading, error, refetch } = useQuery(PAPER_STAGES, {
    variables: { roundId: round.id },
    fetchPolicy: "cache-and-network",
  });
  const [search] = useSearchParams();
  if (error && !data) return <QueryError error={error} retry={() => void refetch()} />;
  if (!data) return loading ? <SkeletonLines /> : <EmptyState what={t("paper.none")} />;
  const stages = data.paperStages;
  const stage = stages.find(({ code }) => code === search.get("stage")) ?? stages.find(({ viewerCan }) => viewerCan.key) ?? stages[0];
  if (!stage) return <EmptyState what={t("paper.none")} />;
  return (
    <>
      <StageTabs stages={stages} shown={stage} />
      <Stage key={stage.id} stage={stage} />
    </>
  );
}

function StageTabs({ stages, shown }: { readonly stages: readonly PaperStage[]; readonly shown: PaperStage }): ReactElement | null {
  const { t } = useTranslation("judging");
  if (stages.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={t("paper.stages")}>
      {stages.map(({ id, code, name }) => (
        <Link key={id} to={`?stage=${code}`} preventScrollReset aria-current={id === shown.id ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** One sheet in hand, or all of them; what became of the last one stands above. */
function Stage({ stage }: { readonly stage: PaperStage }): ReactElement {
  const { t } = useTranslation("judging");
  const [search, setSearch] = useSearchParams();
  const [last, setLast] = useState<PaperSheet | null>(null);
  const show = (code: string | null): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("stage", stage.code);
      if (code === null) next.delete("sheet");
      else next.set("sheet", code);
      return next;
    });
  const code = search.get("sheet");
  if (code)
    return (
      <SheetDesk
        key={code}
        stage={stage}
        code={code}
        onKept={(sheet) => {
          setLast(sheet);
          show(null);
        }}
        onClose={() => show(null)}
      />
    );
  return (
    <>
      {last ? <Kept sheet={last} /> : null}
      {stage.viewerCan.key ? <FindSheet onFind={show} takesFocus={last !== null} /> : <Notice kind="locked" title={t("paper.closed")} />}
      <Section title={t("paper.sheets", { stage: stage.name })}>
        <SheetList stage={stage} />
      </Section>
      {stage.viewerCan.print && stage.judges.length > 0 ? <PrintSheets stage={stage} /> : null}
    </>
  );
}

/** What became of the sheet that was keyed in last. */
function Kept({ sheet }: { readonly sheet: PaperSheet }): ReactElement {
  const { t } = useTranslation("judging");
  const { code, state, keyedBy } = sheet;
  return state === "DONE" ? (
    <Notice kind="saved" title={t("paper.done", { code })}>
      <p>{t("paper.doneBy", { names: keyedBy.map(({ name }) => name) })}</p>
    </Notice>
  ) : (
    <Notice kind="waiting" title={t("paper.once", { code })}>
      <p>{t("paper.onceNext")}</p>
    </Notice>
  );
}
