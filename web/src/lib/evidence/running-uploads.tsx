import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useFailureWords } from "../refusals/use-refusal-words.ts";
import styles from "./evidence-list.module.css";
import { type RunningUpload, uploads } from "./uploads.ts";
import { useFileSize } from "./use-file-size.ts";

/** Files on their way: how far, whether they wait for the network, and the way to pause, go on or give up. */
export function RunningUploads({ running }: { readonly running: readonly RunningUpload[] }): ReactElement | null {
  const { t } = useTranslation("evidence");
  if (running.length === 0) return null;
  return (
    <ul className={styles.pieces} aria-label={t("uploading")}>
      {running.map((upload) => (
        <li key={upload.id} className={styles.upload} data-state={upload.state}>
          <Progress upload={upload} />
          <Buttons upload={upload} />
        </li>
      ))}
    </ul>
  );
}

function Progress({ upload }: { readonly upload: RunningUpload }): ReactElement {
  const { t } = useTranslation("evidence");
  const size = useFileSize();
  const words = useFailureWords();
  const { name, sent, state, failure } = upload;
  if (state === "failed")
    return (
      <p role="alert" className={styles.failed}>
        <strong>{t("state.failed", { name })}</strong> {failure ? words(failure) : ""}
      </p>
    );
  const values = { name, sent: size(sent), size: size(upload.size) };
  return <ProgressBar label={t(`state.${state}`, values)} done={sent} total={upload.size} counted />;
}

function Buttons({ upload: { id, state, name } }: { readonly upload: RunningUpload }): ReactElement {
  const { t } = useTranslation("evidence");
  return (
    <span className={styles.buttons}>
      {state === "sending" ? (
        <Button variant="default" size="compact-sm" onClick={() => void uploads.pause(id)} aria-label={t("pauseOne", { name })}>
          {t("pause")}
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => void uploads.resume(id)} aria-label={t("resumeOne", { name })}>
          {state === "failed" ? t("again") : t("resume")}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => void uploads.cancel(id)} aria-label={t("cancelOne", { name })}>
        {t("cancel")}
      </Button>
    </span>
  );
}
