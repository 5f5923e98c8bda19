import { Button, Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../ui/use-format.ts";
import { useMe } from "./me.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { answerSignIn } from "./sign-in-request.ts";

/** The sign-in form over the page. */
export function SignInDialog(): ReactElement {
  const { t } = useTranslation(["people", "common"]);
  const me = useMe();
  const language = useLanguage();
  const toDoor = (): void => {
    answerSignIn(false);
    location.assign(`/${language}/app/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  };
  return (
    <Modal
      opened
      onClose={() => answerSignIn(false)}
      title={t("expired.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
      closeOnClickOutside={false}
      centered
    >
      <p style={{ marginBlockStart: 0 }}>{t("expired.lead")}</p>
      <SignInForm
        {...(me ? { email: me.email } : {})}
        onSignedIn={(personId) => (me && personId !== me.id ? location.reload() : answerSignIn(true))}
      />
      <Button variant="subtle" fullWidth mt="md" onClick={toDoor}>
        {t("expired.someoneElse")}
      </Button>
    </Modal>
  );
}
