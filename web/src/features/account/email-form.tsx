import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { type EmailProblem, requestEmailChange } from "../../lib/session/email.ts";
import { Notice } from "../../ui/notice.tsx";
import styles from "./account.module.css";

type State = "asking" | "busy" | { readonly sentTo: string } | { readonly why: EmailProblem };

/** A new address, for who knows the password; it holds once the letter to it was followed. */
export function EmailForm(): ReactElement {
  const { t } = useTranslation(["account", "people"]);
  const [state, setState] = useState<State>("asking");
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const [email = "", password = ""] = ["email", "password"].map((name) => String(new FormData(form).get(name) ?? ""));
    setState("busy");
    const why = await requestEmailChange(email.trim(), password);
    setState(why === null ? { sentTo: email.trim() } : { why });
    if (why === null) form.reset();
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <State state={state} />
      <TextInput label={t("address.next")} name="email" type="email" autoComplete="email" description={t("address.help")} />
      <PasswordInput
        label={t("password.current")}
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t("people:showPassword") }}
      />
      <div>
        <Button type="submit" variant="default" loading={state === "busy"}>
          {t("address.submit")}
        </Button>
      </div>
    </form>
  );
}

function State({ state }: { readonly state: State }): ReactElement | null {
  const { t } = useTranslation("account");
  if (typeof state === "string") return null;
  if ("why" in state) return <Notice kind="problem" takesFocus title={t(`address.problem.${state.why}`)} />;
  return <Notice kind="waiting" takesFocus title={t("address.sent", { email: state.sentTo })} />;
}
