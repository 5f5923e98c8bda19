import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./paper.module.css";

/** Takes the code that is printed on a sheet; Enter opens it. In hand at once after a sheet was kept, for the next one. */
export function FindSheet(props: {
  readonly onFind: (code: string) => void;
  readonly takesFocus: boolean;
  readonly typed?: string;
  readonly problem?: string;
}): ReactElement {
  const { t } = useTranslation("judging");
  const [typed, setTyped] = useState(props.typed ?? "");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.takesFocus) input.current?.focus();
  }, [props.takesFocus]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== "") props.onFind(typed.trim().toUpperCase());
  };
  return (
    <form className={styles.find} onSubmit={submit}>
      <TextInput
        ref={input}
        id="code"
        label={t("paper.code")}
        description={t("paper.codeHint")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        error={props.problem ?? null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">{t("paper.open")}</Button>
    </form>
  );
}
