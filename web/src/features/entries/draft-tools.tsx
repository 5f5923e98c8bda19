import { Button } from "@mantine/core";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DraftReading, draftFile, readDraftFile } from "../../lib/entries/draft-file.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { save } from "../../ui/save-file.ts";
import styles from "./entries.module.css";
import type { OpenEntry } from "./entry-frame.tsx";

/** A draft taken away as a file, and loaded again: what would change is told before it does. */
export function DraftTools({ open }: { readonly open: OpenEntry }): ReactElement {
  const { t } = useTranslation("entries");
  const { known, view, work } = open;
  const { entry } = known;
  const [text, setText] = useState<string | null>(null);
  // Held against the entry as it is now: an answer of the server may come after the file was chosen.
  const reading = useMemo(() => (text === null ? null : readDraftFile(text, entry, view)), [text, entry, view]);
  const [loaded, setLoaded] = useState(0);
  const download = (): void => {
    const file = draftFile(entry, view, new Date());
    save(`${entry.round.code}-${entry.id.slice(0, 8)}.json`, JSON.stringify(file, null, 2), "application/json");
  };
  const load = async (): Promise<void> => {
    if (reading?.problem !== null) return;
    for (const { name, value } of reading.changes) await work.write(name, value, work.base(name));
    setLoaded(reading.changes.length);
    setText(null);
  };
  return (
    <div className={styles.narrow}>
      <p className={styles.help}>{t("draft.lead")}</p>
      <div>
        <Button variant="default" leftSection={<Icon name="download" size={18} />} onClick={download}>
          {t("draft.download")}
        </Button>
      </div>
      {entry.canEdit ? (
        <FileDrop
          label={t("draft.load")}
          endings={[".json"]}
          maxBytes={5_000_000}
          onFile={(file) => {
            setLoaded(0);
            void file.text().then(setText);
          }}
        />
      ) : null}
      {loaded > 0 ? <Notice kind="saved" title={t("draft.loaded", { count: loaded })} takesFocus /> : null}
      {reading ? <Reading reading={reading} onLoad={() => void load()} onLeave={() => setText(null)} /> : null}
    </div>
  );
}

function Reading(props: { readonly reading: DraftReading; readonly onLoad: () => void; readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation(["entries", "common"]);
  const { reading } = props;
  if (reading.problem !== null) return <Notice kind="problem" title={t(`draft.${reading.problem}`)} takesFocus />;
  if (reading.changes.length === 0) return <Notice kind="saved" title={t("draft.same")} takesFocus />;
  return (
    <Notice kind="waiting" title={t("draft.changes", { count: reading.changes.length })} takesFocus>
      {reading.ignored.length > 0 ? <p>{t("draft.ignored", { names: reading.ignored })}</p> : null}
      <div className={styles.tools}>
        <Button onClick={props.onLoad}>{t("draft.do")}</Button>
        <Button variant="default" onClick={props.onLeave}>
          {t("common:cancel")}
        </Button>
      </div>
    </Notice>
  );
}
