import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";
import styles from "../table.module.css";
import type { Table } from "../table.query.ts";

/** Why no severity-adjusted standing is offered: which groups are apart, and which cards would join them. Nothing where all hang together. */
export function Connectivity({ table: { connectivity } }: { readonly table: Pick<Table, "connectivity"> }): ReactElement | null {
  const { t } = useTranslation("table");
  const { connected, groups, links, proposal } = connectivity;
  if (connected || groups.length === 0) return null;
  const keyed = groups.map((group, index) => ({ ...group, number: index + 1 }));
  return (
    <div className={styles.notice}>
      <Notice kind="problem" title={t("apart.title")}>
        <p>{t("apart.lead", { count: links })}</p>
        <ul className={styles.list}>
          {keyed.map(({ number, judges, entries }) => (
            <li key={number}>{t("apart.group", { number, judges, entries })}</li>
          ))}
        </ul>
        {proposal.length === 0 ? null : (
          <>
            <p>{t("apart.proposal")}</p>
            <ul className={styles.list}>
              {proposal.map(({ judge, reference, assigned }) => (
                <li key={`${judge} ${reference}`}>{t(assigned ? "apart.waits" : "apart.link", { judge, reference })}</li>
              ))}
            </ul>
          </>
        )}
        {proposal.length < links ? <p>{t("apart.short", { count: links - proposal.length })}</p> : null}
      </Notice>
    </div>
  );
}
