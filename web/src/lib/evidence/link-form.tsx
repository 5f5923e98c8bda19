import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../apollo/use-act.ts";
import { useFailureWords } from "../refusals/use-refusal-words.ts";
import { ADD_EVIDENCE_LINK } from "./evidence-documents.ts";
import styles from "./evidence-list.module.css";
import type { UploadPlace } from "./uploads.ts";

/** Adds a link; what was typed stays when it is refused. */
export function LinkForm({ place }: { readonly place: UploadPlace }): ReactElement {
  const { t } = useTranslation("evidence");
  const { act, busy, failure, forget } = useAct(ADD_EVIDENCE_LINK);
  const words = useFailureWords();
  const [url, setUrl] = useState("");
  const [name, setName] = useState("");
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await act({ input: { ...place, url, name: name || null } }))) return;
    setUrl("");
    setName("");
  };
  return (
    <details className={styles.link}>
      <summary>{t("link.title")}</summary>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t("link.url")}
          type="url"
          inputMode="url"
          value={url}
          error={failure ? words(failure) : null}
          onChange={(event) => {
            forget();
            setUrl(event.currentTarget.value);
          }}
        />
        <TextInput label={t("link.name")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default" loading={busy}>
          {t("link.act")}
        </Button>
      </form>
    </details>
  );
}
