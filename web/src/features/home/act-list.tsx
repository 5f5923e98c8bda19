import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { HomeQuery } from "../../gql/graphql.ts";
import type { Phrases } from "../../lib/i18n/phrases.ts";
import { useNow } from "../../ui/deadline-text.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./home.module.css";

type ActVerb = keyof Phrases["acts"];

/** What I did, the latest first, in words; they are fetched once the page stands. */
export function ActList({ acts }: { readonly acts: HomeQuery["myRecentActs"] }): ReactElement {
  const { t, i18n } = useTranslation(["acts", "home"]);
  const format = useFormat();
  const now = useNow();
  const isKnown = (verb: string): verb is ActVerb => i18n.exists(`acts:${verb}`);
  return (
    <ul className={styles.list}>
      {acts.map(({ id, verb, at, about }) => {
        const act = t(isKnown(verb) ? verb : "other");
        return (
          <li key={id} className={styles.act}>
            <span>{about ? t("home:recent.about", { act, about }) : act}</span>
            <time dateTime={at} title={format.dateTime(at)} className={styles.time}>
              {format.relative(at, now)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
