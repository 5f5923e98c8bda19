import { Button } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssignmentOptionsInput } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import styles from "../assignment.module.css";
import { ApplyAssignmentDocument, type Preview } from "../assignment.query.ts";
import type { AssignmentContext } from "../use-assignment.ts";
import { ChangesTable, LoadsTable } from "./change-tables.tsx";
import { changesOf } from "./changes.ts";
import { Lacking } from "./lacking.tsx";

type ResultProps = {
  readonly context: AssignmentContext;
  readonly preview: Preview;
  readonly options: AssignmentOptionsInput;
  readonly onApplied: (assigned: number, ended: number) => void;
  readonly onAgain: () => void;
};

/** What the assignment would be: how much changes, what it lacks and what would help, every pair with its reason, every judge's load. */
export function PreviewResult(props: ResultProps): ReactElement {
  const { t } = useTranslation("assignment");
  const { context, preview } = props;
  const changes = useMemo(() => changesOf(preview, context), [preview, context]);
  const kept = preview.pairs.length - preview.added;
  const nothing = preview.added === 0 && preview.ended === 0;
  return (
    <>
      <p className={styles.counts} role="status">
        {t(nothing ? "preview.nothing" : "preview.counts", { added: preview.added, kept, ended: preview.ended })}
      </p>
      <Lacking preview={preview} />
      {preview.connected || preview.pairs.length === 0 ? null : (
        <Notice kind="waiting" title={t("preview.apart")}>
          <p className={styles.words}>{t("preview.apartWhy")}</p>
        </Notice>
      )}
      {nothing ? null : <Apply {...props} />}
      <Section title={t("preview.pairs")}>
        <ChangesTable changes={changes} />
      </Section>
      <Section title={t("preview.loads")}>
        <LoadsTable judges={preview.judges} />
      </Section>
    </>
  );
}

function Apply({ context, preview, options, onApplied, onAgain }: ResultProps): ReactElement {
  const { t } = useTranslation("assignment");
  const [asking, setAsking] = useState(false);
  const { act, busy, failure, forget } = useAct(ApplyAssignmentDocument);
  const words = useFailureWords();
  const apply = async (): Promise<void> => {
    const answer = await act({ input: { stageId: context.stage.id, options, token: preview.token } });
    setAsking(false);
    if (answer) onApplied(answer.applyAssignment.assigned ?? 0, answer.applyAssignment.ended ?? 0);
  };
  const again = (): void => {
    forget();
    void context.refetch();
    onAgain();
  };
  return (
    <>
      {failure ? (
        <Notice kind="problem" title={words(failure)} takesFocus>
          <Button variant="default" onClick={again}>
            {t("preview.again")}
          </Button>
        </Notice>
      ) : null}
      <div>
        <Button onClick={() => setAsking(true)} disabled={failure !== null}>
          {t("apply.ask")}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t("apply.title")}
        act={t("apply.do")}
        busy={busy}
        onConfirm={() => void apply()}
        onClose={() => setAsking(false)}
      >
        <p>{t("preview.counts", { added: preview.added, kept: preview.pairs.length - preview.added, ended: preview.ended })}</p>
        <p>{t("apply.letters")}</p>
        {preview.ended > 0 ? <p>{t("apply.signedStay")}</p> : null}
        {preview.complete ? null : <p>{t("apply.incomplete")}</p>}
      </ConfirmDialog>
    </>
  );
}
