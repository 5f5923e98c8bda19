import { LIMITS } from "@isonga/schema/limits";
import { Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import type { ImportKind, ImportsQuery } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import type { Failure } from "../../lib/refusals/failure.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { StartImportMutation } from "./import-documents.ts";
import { CodeOptions, EntryOptions, type Options, sentOptions } from "./import-options.tsx";
import styles from "./imports.module.css";
import { MarksOptions } from "./marks-options.tsx";
import { UploadFailed, uploadFile } from "./upload-file.ts";

export type Kinds = ImportsQuery["importKinds"];

/** Chooses what and which file; it is sent and tried at once, and nothing is written before the next page says so. */
export function NewImport({ kinds }: { readonly kinds: Kinds }): ReactElement | null {
  const { t } = useTranslation("imports");
  const [search] = useSearchParams();
  const asked = kinds.find((one) => one.kind === search.get("kind"))?.kind ?? null;
  const [kind, setKind] = useState<ImportKind | null>(asked);
  const [options, setOptions] = useState<Options>(() => askedOptions(search));
  const { send, sending, failure } = useSending();
  const failureWords = useFailureWords();
  const chosen = kinds.find((candidate) => candidate.kind === kind) ?? kinds.find((candidate) => candidate.kind === "REPORTS") ?? kinds[0];
  if (!chosen) return null;
  const entries = chosen.kind === "INNOVATIONS" || chosen.kind === "REGIONAL";
  const ofStage = chosen.kind === "MARKS" || chosen.kind === "ASSIGNMENTS";
  const needed = ofStage ? ["round", "stage"] : entries ? ["round"] : [];
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <Select
          label={t("form.kind")}
          allowDeselect={false}
          value={chosen.kind}
          data={kinds.map((one) => ({ value: one.kind, label: t(`kind.${one.kind}`) }))}
          onChange={(value) => {
            setKind(kinds.find((one) => one.kind === value)?.kind ?? null);
            setOptions({});
          }}
        />
        {entries ? (
          <EntryOptions kind={chosen} options={options} onChange={setOptions} />
        ) : ofStage ? (
          <MarksOptions options={options} onChange={setOptions} />
        ) : (
          <CodeOptions kind={chosen} options={options} onChange={setOptions} />
        )}
      </div>
      {failure ? <Notice kind="problem" title={failureWords(failure)} takesFocus /> : null}
      <FileDrop
        label={t("form.file")}
        endings={chosen.formats.map((format) => `.${format.toLowerCase()}`)}
        maxBytes={LIMITS.importBytes}
        disabled={sending !== null || needed.some((name) => options[name] === undefined)}
        onFile={(file) => void send(file, { kind: chosen.kind, options: sentOptions(chosen, options) })}
      />
      {sending ? <ProgressBar label={t("form.sending", { name: sending.name })} done={sending.sent} total={sending.size} /> : null}
      <Columns kind={chosen} />
    </div>
  );
}

/** A page that leads here says in the address what for: `kind`, `round` and `stage`. */
function askedOptions(search: URLSearchParams): Options {
  const [round, stage] = [search.get("round"), search.get("stage")];
  return { ...(round ? { round } : {}), ...(stage ? { stage } : {}) };
}

function Columns({ kind }: { readonly kind: Kinds[number] }): ReactElement {
  const { t } = useTranslation("imports");
  return (
    <details className={styles.details}>
      <summary>{t("form.columns")}</summary>
      <p>{t("form.columnsHint")}</p>
      <ul className={styles.columns}>
        {kind.columns.map(({ name, required }) => (
          <li key={name}>
            <code>{name}</code> {required ? t("form.required") : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Sending = { readonly name: string; readonly sent: number; readonly size: number };
type Start = { readonly kind: ImportKind; readonly options: object };

/** Uploads, tries, and goes to the page of the run. */
function useSending() {
  const navigate = useNavigate();
  const { act, failure: refused } = useAct(StartImportMutation);
  const [sending, setSending] = useState<Sending | null>(null);
  const [lost, setLost] = useState<Failure | null>(null);
  const send = async (file: File, start: Start): Promise<void> => {
    const { name, size } = file;
    setLost(null);
    setSending({ name, sent: 0, size });
    try {
      const fileKey = await uploadFile(file, (sent) => setSending({ name, sent, size }));
      const done = await act({ input: { ...start, fileKey, mode: "REJECT_EVERYTHING", dryRun: true } });
      if (done?.startImport.run) await navigate(done.startImport.run.id);
    } catch (error) {
      if (!(error instanceof UploadFailed)) throw error;
      setLost(error.failure);
    } finally {
      setSending(null);
    }
  };
  return { send, sending, failure: lost ?? refused };
}
