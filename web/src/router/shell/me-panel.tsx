import { useMantineColorScheme } from "@mantine/core";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { outbox } from "../../lib/offline/outbox.ts";
import { countUnsettled, type Unsettled } from "../../lib/offline/unsettled.ts";
import { signOut, signOutEverywhere } from "../../lib/session/auth.ts";
import type { Me, Role } from "../../lib/session/me.ts";
import { disclosureItem } from "../../ui/disclosure.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./top-bar.module.css";

/** What stands in the menu under who I am: my account, how the page looks, the ways out. Fetched once the first page stands. */
export function MePanel({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  return (
    <>
      <hr />
      <Link className={disclosureItem} to={`/${language}/app/account`}>
        <Icon name="person" />
        {t("me.account")}
      </Link>
      {me.roles.some((role) => IMPORTERS.includes(role)) ? (
        <Link className={disclosureItem} to={`/${language}/app/imports`}>
          <Icon name="jobs" />
          {t("nav.jobs")}
        </Link>
      ) : null}
      <Link className={`${disclosureItem} ${styles.helpItem}`} to={`/${language}/app/help`}>
        <Icon name="help" />
        {t("help")}
      </Link>
      <hr />
      <ThemeItems />
      <hr />
      <WaysOut person={me.id} />
    </>
  );
}

/** Whose work runs on after they leave the page. */
const IMPORTERS: readonly Role[] = ["STAFF", "COORDINATOR", "ADMINISTRATOR"];

const SCHEMES: readonly { readonly scheme: "auto" | "light" | "dark"; readonly icon: IconName }[] = [
  { scheme: "auto", icon: "settings" },
  { scheme: "light", icon: "sun" },
  { scheme: "dark", icon: "moon" },
];

function ThemeItems(): ReactElement {
  const { t } = useTranslation("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={styles.themes} aria-label={t("theme.label")}>
      {SCHEMES.map(({ scheme, icon }) => (
        <button
          key={scheme}
          type="button"
          className={disclosureItem}
          aria-pressed={scheme === colorScheme}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon name={icon} />
          <span>{t(`theme.${scheme}`)}</span>
          {scheme === colorScheme ? <Icon name="check" size={18} /> : null}
        </button>
      ))}
    </fieldset>
  );
}

/** Fetched when somebody leaves with something unsent: its dialog would weigh on every first page. */
const ConfirmDialog = lazy(async () => ({ default: (await import("../../ui/confirm-dialog.tsx")).ConfirmDialog }));

function WaysOut({ person }: { readonly person: string }): ReactElement {
  const { t } = useTranslation(["shell", "common"]);
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState<{ readonly end: () => Promise<boolean>; readonly unsent: Unsettled } | null>(null);
  // A whole new page afterwards, so that nothing of this person stays in memory; and nothing of theirs on the device.
  const leave = async (end: () => Promise<boolean>): Promise<void> => {
    setAsked(null);
    setFailed(false);
    if (!(await end())) return setFailed(true);
    await outbox.wipe();
    location.assign(`/${language}/app/sign-in`);
  };
  const ask = async (end: () => Promise<boolean>): Promise<void> => {
    const unsent = await countUnsettled(person);
    if (Object.values(unsent).some((count) => count > 0)) setAsked({ end, unsent });
    else await leave(end);
  };
  return (
    <>
      {failed ? <Notice kind="problem" title={t("common:failure.networkTitle")} takesFocus /> : null}
      <button type="button" className={disclosureItem} onClick={() => void ask(signOut)}>
        <Icon name="leave" />
        <span>{t("me.signOut")}</span>
      </button>
      <button type="button" className={disclosureItem} onClick={() => void ask(signOutEverywhere)}>
        <Icon name="lock" />
        <span>{t("me.signOutEverywhere")}</span>
      </button>
      {asked === null ? null : (
        <Suspense fallback={null}>
          <ConfirmDialog
            opened
            title={t("me.leaveTitle")}
            act={t("me.leaveAct")}
            danger
            onConfirm={() => void leave(asked.end)}
            onClose={() => setAsked(null)}
          >
            <WhatIsLost unsent={asked.unsent} />
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}

/** What becomes of what is not with the server: a sentence a kind, and that leaving takes it away. */
function WhatIsLost({ unsent }: { readonly unsent: Unsettled }): ReactElement {
  const { t } = useTranslation("shell");
  const { going, waiting, refused, conflict } = unsent;
  return (
    <>
      {going > 0 ? <p>{t("me.leaveGoing", { count: going })}</p> : null}
      {waiting > 0 ? <p>{t("me.leaveWaiting", { count: waiting })}</p> : null}
      {refused > 0 ? <p>{t("me.leaveRefused", { count: refused })}</p> : null}
      {conflict > 0 ? <p>{t("me.leaveConflict", { count: conflict })}</p> : null}
      <p>{t("me.leaveGone")}</p>
    </>
  );
}
