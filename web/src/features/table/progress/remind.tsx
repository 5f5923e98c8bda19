import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RemindJudgesMutation } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { RemindJudgesDocument } from "../table.mutations.ts";
import { useJudgeName } from "../words.ts";

type Asked = NonNullable<RemindJudgesMutation["remindJudges"]["judges"]>;

/** Reminds judges of what is left: first shows who would get a letter and who not, and why. */
export function Remind({ stageId, onSent }: { readonly stageId: string; readonly onSent: () => void }): ReactElement {
  const { t } = useTranslation("table");
  const nameOf = useJudgeName();
  const { act, busy, failure, forget } = useAct(RemindJudgesDocument);
  const problems = useFormProblems(failure);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const reached = asked?.filter(({ because }) => because === null) ?? [];
  const ask = async (): Promise<void> => {
    setSent(null);
    const data = await act({ input: { stageId, judgeIds: null, dryRun: true } });
    if (data) setAsked(data.remindJudges.judges ?? []);
  };
  const send = async (): Promise<void> => {
    if (reached.length > 0) {
      const data = await act({ input: { stageId, judgeIds: reached.map(({ id }) => id), dryRun: false } });
      if (!data) return;
      setSent(data.remindJudges.judges?.filter(({ because }) => because === null).length ?? 0);
      onSent();
    }
    setAsked(null);
  };
  return (
    <>
      <ErrorSummary problems={asked === null ? problems : []} />
      <span role="status">{sent === null ? null : t("remind.sent", { count: sent })}</span>
      <Button variant="default" loading={busy && asked === null} onClick={() => void ask()}>
        {t("remind.ask")}
      </Button>
      <ConfirmDialog
        opened={asked !== null}
        title={t("remind.title")}
        act={reached.length === 0 ? t("remind.nobodyAct") : t("remind.do", { count: reached.length })}
        busy={busy}
        onConfirm={() => void send()}
        onClose={() => {
          forget();
          setAsked(null);
        }}
      >
        <ErrorSummary problems={problems} />
        <p>{reached.length === 0 ? t("remind.nobody") : t("remind.lead")}</p>
        <ul>
          {(asked ?? []).map((judge) => (
            <li key={judge.id}>
              {nameOf(judge)}: {judge.because === "REMINDED" ? t("remind.REMINDED") : t("remind.left", { count: judge.left })}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}
