import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { client } from "../../../lib/apollo/client.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { failureOf } from "../../../lib/refusals/failure.ts";
import { QueryError } from "../../../lib/refusals/query-error.tsx";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Section, SkeletonLines } from "../../../ui/page.tsx";
import { FindSheet } from "./find-sheet.tsx";
import styles from "./paper.module.css";
import { KEY_SHEET, PAPER_SHEET, PAPER_SHEET_PARTS, type PaperSheet, type PaperStage } from "./paper.query.ts";
import { type Reading, readingOf, toInput } from "./reading.ts";
import { SheetDifferences } from "./sheet-differences.tsx";
import { SheetForm } from "./sheet-form.tsx";

type SheetDeskProps = {
  readonly stage: PaperStage;
  readonly code: string;
  /** The sheet was kept, and there is nothing more to do with it here. */
  readonly onKept: (sheet: PaperSheet) => void;
  readonly onClose: () => void;
};

/** The sheet with a code, as it is at the server now. A code of no sheet is asked for again. */
export function SheetDesk(props: SheetDeskProps): ReactElement {
  const words = useFailureWords();
  const [, setSearch] = useSearchParams();
  const { stage, code } = props;
  const { data, error, refetch } = useQuery(PAPER_SHEET, { variables: { stageId: stage.id, code }, fetchPolicy: "network-only" });
  if (error && !data) {
    const failure = failureOf(error);
    if (failure.kind !== "refused" || failure.refusals[0]?.code !== "SHEET_CODE")
      return <QueryError error={error} retry={() => void refetch()} />;
    const find = (sheet: string): void => setSearch({ stage: stage.code, sheet });
    return <FindSheet onFind={find} takesFocus typed={code} problem={words(failure)} />;
  }
  if (!data) return <SkeletonLines />;
  return <Sheet {...props} sheet={readFragment(PAPER_SHEET_PARTS, data.paperSheet)} />;
}

function Sheet({ stage, sheet: found, onKept, onClose }: SheetDeskProps & { readonly sheet: PaperSheet }): ReactElement {
  const { t } = useTranslation("judging");
  const { act, busy, failure } = useAct(KEY_SHEET);
  const [sheet, setSheet] = useState(found);
  const [keysAgain, setKeysAgain] = useState(false);
  const { rubric } = stage;
  const own = readingOf(rubric, sheet.reading ?? null);
  const keep = async (reading: Reading): Promise<boolean> => {
    if (reading.outcome === null) return false;
    const data = await act({ input: { stageId: stage.id, code: sheet.code, ...toInput(reading, reading.outcome) } });
    const kept = data?.keySheet.sheet ? readFragment(PAPER_SHEET_PARTS, data.keySheet.sheet) : null;
    if (!kept) return false;
    readAgain();
    setKeysAgain(false);
    setSheet(kept);
    if (kept.state !== "DIFFERS") onKept(kept);
    return true;
  };
  return (
    <Section
      title={t("paper.sheetOf", { code: sheet.code })}
      actions={
        <Button variant="subtle" onClick={onClose}>
          {t("paper.back")}
        </Button>
      }
    >
      <div className={styles.sheet}>
        <Standing sheet={sheet} />
        {sheet.state === "DIFFERS" && !keysAgain ? (
          <SheetDifferences
            key={JSON.stringify(sheet.differences)}
            rubric={rubric}
            sheet={sheet}
            own={own}
            busy={busy}
            failure={failure}
            onKeep={keep}
            onAgain={() => setKeysAgain(true)}
          />
        ) : sheet.viewerCan.key ? (
          <SheetForm rubric={rubric} sheet={sheet} began={own} busy={busy} failure={failure} onKeep={keep} />
        ) : null}
      </div>
    </Section>
  );
}

/** Who has keyed the sheet in, and what that means for the reader. */
function Standing({ sheet }: { readonly sheet: PaperSheet }): ReactElement | null {
  const { t } = useTranslation("judging");
  const { state, keyedBy, viewerCan } = sheet;
  const other = keyedBy.find(({ mine }) => !mine)?.name ?? "";
  const own = keyedBy.some(({ mine }) => mine);
  if (state === "DONE" || state === "SIGNED") return <Notice kind="locked" title={t(`paper.state.${state}`)} />;
  if (!viewerCan.key) return <Notice kind="locked" title={t(keyedBy.length > 1 ? "paper.byTwo" : "paper.notYours")} />;
  if (state === "ONCE" && own) return <Notice kind="waiting" title={t("paper.ownOnce")} />;
  return state === "ONCE" ? <Notice kind="waiting" title={t("paper.second", { name: other })} /> : null;
}

/** What was read of sheets and of what follows from them is no longer so. */
function readAgain(): void {
  for (const fieldName of ["paperSheets", "paperStages", "judgingStages", "stageEntries"])
    client.cache.evict({ id: "ROOT_QUERY", fieldName });
  client.cache.gc();
}
