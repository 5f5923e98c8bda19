import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import styles from "../judges.module.css";
import type { Ship } from "./judgeship-card.tsx";

/** The rules that a judge accepts; where they have changed since, what is new in them and what is gone. */
export function Conduct(props: {
  readonly ship: Ship;
  readonly agreed: boolean;
  readonly onAgree: (agreed: boolean) => void;
}): ReactElement {
  const { t } = useTranslation("judges");
  const { conduct, conductBefore, conductDue } = props.ship;
  const rules = rulesOf(conduct);
  const before = conductBefore == null ? null : rulesOf(conductBefore);
  const gone = before?.filter((rule) => !rules.includes(rule)) ?? [];
  return (
    <Section title={t("accept.conduct")}>
      <div className={styles.form}>
        {before === null ? null : (
          <Notice kind="waiting" title={t("accept.changed")}>
            <p>{t("accept.changedLead")}</p>
          </Notice>
        )}
        <ol className={styles.rules}>
          {rules.map((rule) => (
            <li key={rule}>
              {before === null || before.includes(rule) ? null : <StateBadge kind="waiting" word={t("accept.new")} />} {rule}
            </li>
          ))}
        </ol>
        {gone.length > 0 ? (
          <div>
            <h3 className={styles.quiet}>{t("accept.gone")}</h3>
            <ul className={styles.rules}>
              {gone.map((rule) => (
                <li key={rule}>
                  <del>{rule}</del>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {conductDue ? (
          <Checkbox
            id="conductVersion"
            label={t("accept.agree")}
            checked={props.agreed}
            onChange={(event) => props.onAgree(event.currentTarget.checked)}
          />
        ) : (
          <p className={styles.quiet}>{t("accept.agreed")}</p>
        )}
      </div>
    </Section>
  );
}

function rulesOf(conduct: string): readonly string[] {
  return conduct.split("\n").filter((rule) => rule.trim() !== "");
}
