import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";

/** Other judges' signed cards, where and when the stage lets judges see of each other; until then, when that will be. */
export function OthersPart({ open }: { readonly open: OpenCard }): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { others } = open.kept.card;
  const { rubric, stage } = open.queue;
  if (others === null) return <p className={styles.quiet}>{t(`others.${stage.othersWhen as "NEVER"}`)}</p>;
  if (others.length === 0) return <p className={styles.quiet}>{t("others.none")}</p>;
  return (
    <section className={styles.others} aria-label={t("others.title")}>
      <h3>{t("others.title")}</h3>
      {others.map((other) => (
        <div key={other.judge} className={styles.other}>
          <h4>{other.judge}</h4>
          {other.outcome === "ABSTAINED" ? <p>{t("others.abstained")}</p> : null}
          <dl>
            {other.marks.map(({ criterion, value, comment }) => (
              <div key={criterion}>
                <dt>{rubric.criteria.find(({ code }) => code === criterion)?.name ?? criterion}</dt>
                <dd>
                  {value === null ? "–" : format.decimal(value)}
                  {comment === null ? null : ` · ${comment}`}
                </dd>
              </div>
            ))}
          </dl>
          {other.comment === null ? null : <p>{other.comment}</p>}
        </div>
      ))}
    </section>
  );
}
