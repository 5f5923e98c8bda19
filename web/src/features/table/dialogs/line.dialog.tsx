import { LIMITS } from "@isonga/schema/limits";
import { NumberInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import { lineAt, standsAt } from "../standing/standing-rows.ts";
import styles from "../table.module.css";
import { DecideOutcomesDocument } from "../table.mutations.ts";
import { useTableContext } from "../use-table.ts";

/** Moves the line: those up to a rank go on, the others do not. Says first what that changes; the reason goes into the minutes. */
export function Component(): ReactElement {
  const { t } = useTranslation("table");
  const navigate = useNavigateOnce();
  const { table, refetch } = useTableContext();
  const { act, busy, failure } = useAct(DecideOutcomesDocument);
  const problems = useFormProblems(failure);
  const [rank, setRank] = useState<number>(() =>
    Math.max(1, ...table.entries.flatMap((entry) => (standsAt(entry) === "ADVANCED" ? [entry.rank ?? 1] : []))),
  );
  const [reason, setReason] = useState("");
  const changes = lineAt(table.entries, rank);
  const close = () => navigate("../?tab=standing", { preventScrollReset: true });
  const move = async (): Promise<void> => {
    const entries = changes.map(({ entry, outcome }) => ({ entryId: entry.id, outcome }));
    if (entries.length > 0 && !(await act({ input: { stageId: table.stage.id, entries, reason, line: rank } }))) return;
    await refetch();
    close();
  };
  return (
    <RouteDialog title={t("line.title")} act={t("line.do")} busy={busy} problems={problems} onSubmit={() => void move()} onClose={close}>
      <NumberInput
        label={t("line.rank")}
        value={rank}
        min={0}
        max={table.entries.length}
        allowDecimal={false}
        allowNegative={false}
        onChange={(value) => setRank(Number(value) || 0)}
      />
      <div role="status">
        {changes.length === 0 ? (
          <p>{t("line.nothing")}</p>
        ) : (
          <>
            <p>{t("line.changes", { count: changes.length })}</p>
            <ul className={styles.list}>
              {changes.map(({ entry, outcome }) => (
                <li key={entry.id}>
                  {t("line.change", { reference: entry.reference, title: entry.title, outcome: t(`decided.${outcome}`) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <GrowingText
        id="reason"
        label={t("reason")}
        description={t("decide.reasonHelp")}
        minRows={2}
        maxLength={LIMITS.reasonLength}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RouteDialog>
  );
}
