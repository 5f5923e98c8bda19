import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { HomeQuery } from "../../gql/graphql.ts";
import type { Phrases } from "../../lib/i18n/phrases.ts";
import { useNow } from "../../ui/deadline-text.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./home.module.css";

type ActVerb = keyof Phrases["home"]["act"];

/** What I did, the latest first, in words. */
export function ActList({ acts }: { readonly acts: HomeQuery["myRecentActs"] }): ReactElement {
  const { t, i18n } = useTranslation("home");
  const format = useFormat();
  const now = useNow();
  const isKnown = (verb: string): verb is ActVerb => i18n.exists(`home:act.${verb}`);
  return (
    <ul className={styles.list}>
      {acts.map(({ id, verb, at, about }) => {
        const act = t(`act.${isKnown(verb) ? verb : "other"}`);
        return (
          <li key={id} className={styles.act}>
            <span>{about ? t("recent.about", { act, about }) : act}</span>
            <time dateTime={at} title={format.dateTime(at)} className={styles.time}>
              {format.relative(at, now)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
