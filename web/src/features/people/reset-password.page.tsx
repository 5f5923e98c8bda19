import { LIMITS } from "@isonga/schema/limits";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { resetPassword } from "../../lib/session/password.ts";
import { Notice } from "../../ui/notice.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";
import styles from "./sign-in.module.css";

/** Where the link of a reset's letter leads: a new password, then to the door. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const [search] = useSearchParams();
  const [done, setDone] = useState(false);
  useEffect(() => {
    document.title = `${t("newPassword.title")} · ${common("product")}`;
  }, [t, common]);
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("newPassword.title")}</h1>
      {done ? (
        <Notice kind="saved" title={t("newPassword.done")} takesFocus />
      ) : (
        <>
          <p className={styles.lead}>{t("newPassword.lead", { count: LIMITS.passwordMin })}</p>
          <NewPasswordForm
            act={t("newPassword.submit")}
            save={(password) => resetPassword(search.get("token") ?? "", password)}
            onSaved={() => setDone(true)}
          />
        </>
      )}
      <p className={styles.foot}>
        {done ? <Link to="../sign-in">{t("newPassword.signIn")}</Link> : <Link to="../forgotten-password">{t("newPassword.again")}</Link>}
      </p>
    </div>
  );
}
