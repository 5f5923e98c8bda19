import { LIMITS } from "@isonga/schema/limits";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { acceptInvitation, findInvitation, type Invitation, type PasswordProblem } from "../../lib/session/password.ts";
import { Notice } from "../../ui/notice.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { NewPasswordForm } from "./new-password-form.tsx";
import styles from "./sign-in.module.css";

/** Where the link of an invitation leads: the first password, then straight in. */
export function Component(): ReactElement {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const found = useInvitation(token);
  const invitation = typeof found === "object" ? found : null;
  const title = invitation ? t("accept.title", { name: invitation.name }) : t("accept.titleUnknown");
  useEffect(() => {
    document.title = `${title} · ${common("product")}`;
  }, [title, common]);
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{title}</h1>
      {found === null ? <SkeletonLines lines={3} /> : null}
      {typeof found === "string" ? <Unusable problem={found} /> : null}
      {invitation ? (
        <>
          <p className={styles.lead}>{t("accept.lead", { email: invitation.email, count: LIMITS.passwordMin })}</p>
          <NewPasswordForm
            email={invitation.email}
            act={t("accept.submit")}
            save={(password) => acceptInvitation(token, password)}
            onSaved={() => location.assign(`/${language}/app`)}
          />
        </>
      ) : null}
    </div>
  );
}

function Unusable({ problem }: { readonly problem: PasswordProblem }): ReactElement {
  const { t } = useTranslation("people");
  return (
    <>
      <Notice
        kind="problem"
        takesFocus
        title={problem === "expired" ? t("accept.expired") : t(`newPassword.problem.${problem}`, { count: LIMITS.passwordMin })}
      >
        {problem === "expired" ? <p>{t("accept.expiredNext")}</p> : null}
      </Notice>
      <p className={styles.foot}>
        <Link to="../sign-in">{t("newPassword.signIn")}</Link>
      </p>
    </>
  );
}

function useInvitation(token: string): Invitation | PasswordProblem | null {
  const [found, setFound] = useState<Invitation | PasswordProblem | null>(null);
  useEffect(() => {
    let here = true;
    void findInvitation(token).then((answer) => (here ? setFound(answer) : undefined));
    return () => {
      here = false;
    };
  }, [token]);
  return found;
}
