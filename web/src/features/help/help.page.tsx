import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Phrases } from "../../lib/i18n/phrases.ts";
import { type Role, useMe } from "../../lib/session/me.ts";
import { Page, Section } from "../../ui/page.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import styles from "./help.module.css";

/** What one needs to know to work here, on one page that also opens without a network. */
export function Component(): ReactElement {
  const { t } = useTranslation("help");
  return (
    <Page title={t("title")} lead={t("lead")} width="narrow">
      <Section title={t("offline.title")}>
        <ul className={styles.points}>
          {OFFLINE.map((key) => (
            <li key={key}>{t(`offline.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("states.title")}>
        <States />
      </Section>
      <Section title={t("roles.title")}>
        <Roles />
      </Section>
      <Section title={t("keys.title")}>
        <Keys />
      </Section>
      <Section title={t("more.title")}>
        <p className={styles.text}>{t("more.ask")}</p>
      </Section>
    </Page>
  );
}

const OFFLINE = ["kept", "sent", "submit", "leave"] as const;
const STATES = ["saved", "saving", "waiting", "failed"] as const;
const ROLES = ["STAFF", "HEAD", "COORDINATOR", "VERIFIER", "JUDGE", "CHAIR", "AUDITOR", "ADMINISTRATOR"] as const satisfies readonly Role[];

/** Keys by the names that stand on them. */
const KEYS: readonly { readonly key: string; readonly does: Exclude<keyof Phrases["help"]["keys"], "title"> }[] = [
  { key: "/", does: "search" },
  { key: "Esc", does: "escape" },
  { key: "Tab", does: "tab" },
  { key: "Enter", does: "enter" },
  { key: "← ↑ ↓ →", does: "arrows" },
  { key: "Ctrl + V", does: "paste" },
];

function States(): ReactElement {
  const { t } = useTranslation("help");
  return (
    <dl className={styles.pairs}>
      {STATES.map((state) => (
        <div key={state} className={styles.pair}>
          <dt>
            <SaveState state={state} />
          </dt>
          <dd>{t(`states.${state}`)}</dd>
        </div>
      ))}
      <div className={styles.pair}>
        <dt>
          <StateBadge kind="locked" word={t("states.lockedLabel")} />
        </dt>
        <dd>{t("states.locked")}</dd>
      </div>
    </dl>
  );
}

function Roles(): ReactElement {
  const { t } = useTranslation(["help", "people"]);
  const me = useMe();
  return (
    <dl className={styles.pairs}>
      {ROLES.map((role) => (
        <div key={role} className={styles.pair}>
          <dt>
            {t(`people:roles.${role}`)}
            {me?.roles.includes(role) ? <div className={styles.yours}>{t("roles.yours")}</div> : null}
          </dt>
          <dd>{t(`roles.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Keys(): ReactElement {
  const { t } = useTranslation("help");
  return (
    <dl className={styles.pairs}>
      {KEYS.map(({ key, does }) => (
        <div key={key} className={styles.pair}>
          <dt>
            <kbd className={styles.key}>{key}</kbd>
          </dt>
          <dd>{t(`keys.${does}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
