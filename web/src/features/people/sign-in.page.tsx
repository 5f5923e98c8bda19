import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { isChosenByHand } from "../../lib/i18n/language-choice.ts";
import { accountLanguage } from "../../lib/session/auth.ts";
import { SignInForm } from "../../lib/session/sign-in-form.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./sign-in.module.css";

/** The door: e-mail and password, then on to where the person was going, in their language unless they chose one here. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const goOn = async (): Promise<void> => {
    const next = safeNext(search.get("next"), `/${language}/app`);
    const spoken = isChosenByHand() ? language : ((await accountLanguage()) ?? language);
    void navigate(`/${spoken}${next.slice(3)}`, { replace: true });
  };
  useEffect(() => {
    document.title = `${t("signIn.title")} · ${common("product")}`;
  }, [t, common]);
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{t("signIn.title")}</h1>
      <p className={styles.lead}>{t("signIn.lead")}</p>
      <SignInForm onSignedIn={() => void goOn()} />
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
