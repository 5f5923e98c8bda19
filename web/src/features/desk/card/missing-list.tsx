import { type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { criterionOf, entriesOf } from "../../../lib/judging/card-acts.ts";
import type { ItemName, NoteName } from "../../../lib/judging/known-card.ts";
import type { Missing } from "../../../lib/judging/rubric/card-check.ts";
import { Icon } from "../../../ui/icons.tsx";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";
import { focusMark } from "./criterion-row.tsx";

/** What keeps a card from being signed; takes the focus when it was asked for, and leads to each. */
export function MissingList(props: {
  readonly open: OpenCard;
  readonly missing: readonly Missing[];
  readonly asked: number;
}): ReactElement | null {
  const { t } = useTranslation("desk");
  const box = useRef<HTMLDivElement>(null);
  const { missing, asked } = props;
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  const met = entriesOf(props.open.kept.conflicts).map(([name]) => name);
  if (asked === 0 || missing.length + met.length === 0) return null;
  const nameOf = (code: string | null): string => props.open.queue.rubric.criteria.find((each) => each.code === code)?.name ?? "";
  const words = ({ what, criterion }: Missing): string => {
    if (what === "verdict") return t("card.needsVerdict");
    if (what === "reasons") return t("card.needsReasons");
    return t(what === "mark" ? "card.needsMark" : "card.needsComment", { criterion: nameOf(criterion) });
  };
  const metWords = (name: ItemName): string => {
    const code = criterionOf(name);
    return `${code === null ? t(`note.${name.slice("note ".length) as NoteName}`) : nameOf(code)}: ${t("conflict.title")}`;
  };
  return (
    <div ref={box} className={styles.missing} tabIndex={-1} role="alert">
      <p className={styles.told}>
        <Icon name="warning" size={18} /> {t("card.missing")}
      </p>
      <ul className={styles.list}>
        {met.map((name) => (
          <li key={name}>{metWords(name)}</li>
        ))}
        {missing.map((each) => (
          <li key={`${each.what} ${each.criterion}`}>
            <button type="button" className={styles.link} onClick={() => lead(each)}>
              {words(each)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function lead({ what, criterion }: Missing): void {
  if (what !== "comment") focusMark(criterion ?? "verdict");
  else document.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(criterion)}"] textarea`)?.focus();
}
