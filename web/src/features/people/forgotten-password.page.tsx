import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { requestPasswordReset } from "../../lib/session/auth.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./sign-in.module.css";

/** Asks for a letter with a link to a new password; says the same whether or not the address is known. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const [state, setState] = useState<"asking" | "sending" | "sent" | "failed">("asking");
  useEffect(() => {
    document.title = `${t("forgotten.title")} · ${common("product")}`;
  }, [t, common]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (email === "") return;
    setState("sending");
    setState((await requestPasswordReset(email)) ? "sent" : "failed");
  };

  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("forgotten.title")}</h1>
      <p className={styles.lead}>{t("forgotten.lead")}</p>
      {state === "sent" ? (
        <Notice kind="saved" title={t("forgotten.sent")} takesFocus />
      ) : (
        <form noValidate onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-5)" }}>
          {state === "failed" ? <Notice kind="problem" title={t("forgotten.failed")} takesFocus /> : null}
          <TextInput label={t("email")} name="email" type="email" autoComplete="username" autoCapitalize="none" inputMode="email" />
          <Button type="submit" loading={state === "sending"} fullWidth>
            {t("forgotten.submit")}
          </Button>
        </form>
      )}
      <p className={styles.foot}>
        <Link to="../sign-in">{t("forgotten.back")}</Link>
      </p>
    </div>
  );
}
