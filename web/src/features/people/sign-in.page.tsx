import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { SignInForm } from "../../lib/session/sign-in-form.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./sign-in.module.css";

/** The door: e-mail and password, then on to where the person was going. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  useEffect(() => {
    document.title = `${t("signIn.title")} · ${common("product")}`;
  }, [t, common]);
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("signIn.title")}</h1>
      <p className={styles.lead}>{t("signIn.lead")}</p>
      <SignInForm onSignedIn={() => void navigate(safeNext(search.get("next"), `/${language}/app`), { replace: true })} />
      <p className={styles.foot}>
        <Link to="../forgotten-password">{t("signIn.forgotten")}</Link>
      </p>
    </div>
  );
}

/** Only an address of the app itself may follow a sign-in. */
function safeNext(next: string | null, otherwise: string): string {
  return next !== null && /^\/(en|rw|id)\/app(\/|\?|#|$)/.test(next) ? next : otherwise;
}
