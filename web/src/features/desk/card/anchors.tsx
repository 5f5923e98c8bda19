import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { anchorOf } from "../../../lib/judging/rubric/scale.ts";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "./card.module.css";

/** What marks mean, all of it in view, the given one marked. Nothing comes or goes with the focus: it would move what is being pressed. */
export function Anchors(props: {
  readonly anchors: readonly { readonly value: string; readonly text: string }[];
  readonly mark: string | null;
}): ReactElement | null {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { anchors, mark } = props;
  const own = anchorOf(anchors, mark);
  if (anchors.length === 0) return null;
  return (
    <dl className={styles.anchors} aria-label={t("card.anchors")}>
      {anchors.map(({ value, text }) => (
        <div key={value} data-chosen={value === own?.value && own.exact}>
          <dt>{format.decimal(value)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
