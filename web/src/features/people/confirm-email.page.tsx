import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { confirmEmailChange, type EmailProblem } from "../../lib/session/email.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./sign-in.module.css";

/** Where the letter to a new address leads: it holds from the button on, so that no machine that opens links confirms it. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const [search] = useSearchParams();
  const [state, setState] = useState<"asking" | "busy" | "done" | { readonly why: EmailProblem }>("asking");
  useEffect(() => {
    document.title = `${t("newAddress.title")} · ${common("product")}`;
  }, [t, common]);
  const confirm = async (): Promise<void> => {
    setState("busy");
    const why = await confirmEmailChange(search.get("token") ?? "");
    setState(why === null ? "done" : { why });
  };
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("newAddress.title")}</h1>
      {state === "done" ? (
        <Notice kind="saved" title={t("newAddress.done")} takesFocus />
      ) : (
        <>
          <p className={styles.lead}>{t("newAddress.lead")}</p>
          <div className={styles.form}>
            {typeof state === "object" ? <Notice kind="problem" title={t(`newAddress.problem.${state.why}`)} takesFocus /> : null}
            <Button fullWidth loading={state === "busy"} onClick={() => void confirm()}>
              {t("newAddress.submit")}
            </Button>
          </div>
        </>
      )}
      <p className={styles.foot}>
        <Link to="..">{t("newAddress.home")}</Link>
      </p>
    </div>
  );
}
