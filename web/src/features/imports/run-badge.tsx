import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ImportState } from "../../gql/graphql.ts";
import { StateBadge, type StateKind } from "../../ui/state-badge.tsx";

const KINDS: Readonly<Record<ImportState, StateKind>> = {
  WAITING: "waiting",
  RUNNING: "waiting",
  DONE: "saved",
  REFUSED: "problem",
  FAILED: "problem",
};

/** Where an import is, in a word: one that was only tried says so. */
export function RunBadge({ run }: { readonly run: { readonly state: ImportState; readonly dryRun: boolean } }): ReactElement {
  const { t } = useTranslation("imports");
  if (run.dryRun && run.state === "REFUSED") return <StateBadge kind="problem" word={t("state.PROBLEMS")} />;
  const tried = run.state === "DONE" && run.dryRun;
  return <StateBadge kind={tried ? "draft" : KINDS[run.state]} word={tried ? t("state.TRIED") : t(`state.${run.state}`)} />;
}
