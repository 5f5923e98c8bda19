import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/notice.tsx";
import { useAct } from "../apollo/use-act.ts";
import { useFailureWords, useRefusalWords } from "../refusals/use-refusal-words.ts";
import { BULK_CUSTODY } from "./custody-documents.ts";

/** Writes to whoever holds one entry; says to whom, or why not. */
export function RemindButton({ entry }: { readonly entry: { readonly id: string; readonly version: number } }): ReactElement {
  const { t } = useTranslation("custody");
  const refusalWords = useRefusalWords();
  const failureWords = useFailureWords();
  const { act, busy, failure } = useAct(BULK_CUSTODY);
  const [said, setSaid] = useState<{ readonly kind: "saved" | "problem"; readonly title: string } | null>(null);
  const remind = async (): Promise<void> => {
    const entries = [{ id: entry.id, version: entry.version }];
    const data = await act({ input: { act: "REMIND", entries, dryRun: false } });
    const [outcome] = data?.bulkCustody.outcomes ?? [];
    if (!outcome) return;
    setSaid(
      outcome.refusal
        ? { kind: "problem", title: refusalWords(outcome.refusal) }
        : { kind: "saved", title: t("bar.reminded", { names: [...outcome.recipients] }) },
    );
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void remind()}>
        {t("act.remind")}
      </Button>
      {failure ? <Notice kind="problem" title={failureWords(failure)} takesFocus /> : null}
      {said && !failure ? <Notice kind={said.kind} title={said.title} takesFocus /> : null}
    </>
  );
}
