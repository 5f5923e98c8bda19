import { type DragEvent, type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./file-drop.module.css";
import { Icon } from "./icons.tsx";

/** A file, chosen with a button or dropped. A file of another kind or size is refused here, in words, before anything is sent. */
export function FileDrop(props: {
  readonly label: string;
  /** File name endings: [".csv", ".xlsx"]. */
  readonly endings: readonly string[];
  readonly maxBytes: number;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
  /** Low and on one side, where many stand on a page. */
  readonly compact?: boolean;
}): ReactElement {
  const { t } = useTranslation("common");
  const id = useId();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState<{ readonly problem: boolean; readonly words: string } | null>(null);

  const take = (file: File | undefined): void => {
    if (!file || props.disabled === true) return;
    const fits = props.endings.some((ending) => file.name.toLowerCase().endsWith(ending));
    const problem = fits ? (file.size > props.maxBytes ? "file.tooLarge" : null) : "file.wrongKind";
    setSaid({ problem: problem !== null, words: t(problem ?? "file.chosen", { name: file.name }) });
    if (problem === null) props.onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the control inside does the same by keyboard
    <div
      className={styles.drop}
      data-over={over}
      data-compact={props.compact === true}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={props.compact === true ? 20 : 28} />
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <input
        id={id}
        type="file"
        className={styles.input}
        accept={props.endings.join(",")}
        disabled={props.disabled === true}
        aria-describedby={`${id}-hint ${id}-said`}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <span className={styles.button} aria-hidden="true">
        {t("file.choose")}
      </span>
      <span id={`${id}-hint`} className={styles.hint}>
        {t("file.drop")} · {t("file.kinds", { kinds: props.endings.join(", "), megabytes: Math.floor(props.maxBytes / 1024 / 1024) })}
      </span>
      <span id={`${id}-said`} role="status" data-problem={said?.problem === true} className={styles.said}>
        {said?.words}
      </span>
    </div>
  );
}
