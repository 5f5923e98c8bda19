import { LIMITS } from "@isonga/schema/limits";
import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { changePassword, type PasswordProblem } from "../../lib/session/password.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./account.module.css";

/** A new password, for who knows the present one. */
export function PasswordForm({ email, onChanged }: { readonly email: string; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation(["account", "people"]);
  const [state, setState] = useState<"asking" | "busy" | "done" | { readonly why: PasswordProblem }>("asking");
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const [current, next] = ["current", "next"].map((name) => String(new FormData(form).get(name) ?? ""));
    if ((next ?? "").length < LIMITS.passwordMin) return setState({ why: "short" });
    setState("busy");
    const why = await changePassword(current ?? "", next ?? "");
    setState(why === null ? "done" : { why });
    if (why !== null) return;
    form.reset();
    onChanged();
  };
  const show = { "aria-label": t("people:showPassword") };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {typeof state === "object" ? (
        <Notice
          kind="problem"
          takesFocus
          title={t(`people:newPassword.problem.${state.why}`, { count: state.why === "long" ? LIMITS.passwordMax : LIMITS.passwordMin })}
        />
      ) : null}
      {state === "done" ? <Notice kind="saved" takesFocus title={t("password.done")} /> : null}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordInput label={t("password.current")} name="current" autoComplete="current-password" visibilityToggleButtonProps={show} />
      <PasswordInput
        label={t("password.next", { count: LIMITS.passwordMin })}
        name="next"
        autoComplete="new-password"
        visibilityToggleButtonProps={show}
      />
      <div>
        <Button type="submit" variant="default" loading={state === "busy"}>
          {t("password.submit")}
        </Button>
      </div>
    </form>
  );
}
