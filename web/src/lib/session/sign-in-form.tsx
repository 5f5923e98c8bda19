import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/notice.tsx";
import { type SignInResult, signIn } from "./auth.ts";

/** E-mail and password. A refusal is said at the top and takes the focus; what was typed stays. Needs the phrases "people". */
export function SignInForm(props: {
  /** Whose session ran out: then only they may sign in here. */
  readonly email?: string;
  readonly onSignedIn: (personId: string) => void;
}): ReactElement {
  const { t } = useTranslation("people");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Extract<SignInResult, { ok: false }>["reason"] | "empty" | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get("email") ?? "").trim();
    const password = String(fields.get("password") ?? "");
    if (email === "" || password === "") return setProblem("empty");
    setBusy(true);
    setProblem(null);
    const result = await signIn(email, password);
    setBusy(false);
    if (result.ok) props.onSignedIn(result.personId);
    else setProblem(result.reason);
  };

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-5)" }}>
      {problem === null ? null : <Notice kind="problem" title={t(`signIn.problem.${problem}`)} takesFocus />}
      <TextInput
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        defaultValue={props.email}
        readOnly={props.email !== undefined}
      />
      <PasswordInput
        label={t("password")}
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
      />
      <Button type="submit" loading={busy} size="md" fullWidth>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
