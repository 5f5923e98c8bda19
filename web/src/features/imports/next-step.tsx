import { Button, Radio, Stack } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { ImportMode } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { StartImportMutation } from "./import-documents.ts";
import type { Run } from "./import-run.page.tsx";
import styles from "./imports.module.css";

/** What can be done now: import what was tried, whole or its good rows; try a failed one again; send another file. */
export function NextStep({ run }: { readonly run: Run }): ReactElement {
  const { t } = useTranslation("imports");
  const language = useLanguage();
  const navigate = useNavigate();
  const failureWords = useFailureWords();
  const { act, busy, failure } = useAct(StartImportMutation);
  const [mode, setMode] = useState<ImportMode>("REJECT_EVERYTHING");
  const good = run.rowsNew + run.rowsChanged;
  const again = run.state === "FAILED";
  const offered = run.fileKey !== null && (again || ((run.dryRun || run.state === "REFUSED") && good > 0));
  const partly = !again && run.rowsRefused > 0;
  const start = async (): Promise<void> => {
    const { kind, fileKey, options } = run;
    if (fileKey === null) return;
    const dryRun = again && run.dryRun;
    const done = await act({ input: { kind, fileKey, options, dryRun, mode: partly ? mode : again ? run.mode : "REJECT_EVERYTHING" } });
    if (done?.startImport.run) await navigate(`../${done.startImport.run.id}`, { relative: "path" });
  };
  return (
    <div className={styles.next}>
      {failure ? <Notice kind="problem" title={failureWords(failure)} takesFocus /> : null}
      {offered && partly ? (
        <Radio.Group label={t("next.mode")} value={mode} onChange={(value) => setMode(value as ImportMode)}>
          <Stack gap="xs" mt="xs">
            <Radio value="REJECT_EVERYTHING" label={t("next.everything")} />
            <Radio value="REJECT_FAILED_ROWS" label={t("next.goodRows", { count: good })} />
          </Stack>
        </Radio.Group>
      ) : null}
      <div className={styles.buttons}>
        {offered ? (
          <Button loading={busy} disabled={partly && mode === "REJECT_EVERYTHING"} onClick={() => void start()}>
            {again ? t("next.again") : t("next.import", { count: good })}
          </Button>
        ) : null}
        <Link to={`/${language}/app/imports`}>{t("next.other")}</Link>
      </div>
    </div>
  );
}
