import { LIMITS } from "@isonga/schema/limits";
import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PasswordProblem } from "../../lib/session/password.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./sign-in.module.css";

/** One field for a password to be. A refusal is said at the top and takes the focus; what was typed stays. */
export function NewPasswordForm(props: {
  /** Whose it will be: lets password managers keep it under the right name. */
  readonly email?: string;
  readonly act: string;
  readonly save: (password: string) => Promise<PasswordProblem | null>;
  readonly onSaved: () => void;
}): ReactElement {
  const { t } = useTranslation("people");
  const [problem, setProblem] = useState<{ readonly why: PasswordProblem } | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const why = password.length < LIMITS.passwordMin ? "short" : await saving(password);
    if (why === null) props.onSaved();
    else setProblem({ why });
  };
  const saving = async (password: string): Promise<PasswordProblem | null> => {
    setBusy(true);
    setProblem(null);
    return props.save(password).finally(() => setBusy(false));
  };

  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {problem === null ? null : (
        <Notice
          kind="problem"
          takesFocus
          title={t(`newPassword.problem.${problem.why}`, { count: problem.why === "long" ? LIMITS.passwordMax : LIMITS.passwordMin })}
        />
      )}
      {props.email === undefined ? null : <input type="hidden" name="username" autoComplete="username" value={props.email} readOnly />}
      <PasswordInput
        label={t("newPassword.label")}
        name="password"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
      />
      <Button type="submit" loading={busy} fullWidth>
        {props.act}
      </Button>
    </form>
  );
}
