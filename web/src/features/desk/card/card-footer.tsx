import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { neighbours } from "../../../lib/judging/queue/queue-view.ts";
import { useUnkept } from "../../../lib/judging/unkept.ts";
import { outbox } from "../../../lib/offline/outbox.ts";
import { Icon } from "../../../ui/icons.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import type { OpenCard } from "../open-card.ts";
import type { CardActs } from "../use-card-acts.ts";
import styles from "./card-footer.module.css";

/** The one state of saving, how far the card and the queue are, the way on, and the signature. */
export function CardFooter(props: { readonly open: OpenCard; readonly acts: CardActs; readonly onSign: () => void }): ReactElement {
  const { t } = useTranslation("desk");
  const { open, acts } = props;
  const { criteria } = open.queue.rubric;
  const unkept = useUnkept();
  const saving = unkept && open.view.saving === "saved" ? "saving" : open.view.saving;
  const done = criteria.filter(({ code }) => (open.view.items[`mark ${code}`]?.value ?? null) !== null).length;
  const { place } = neighbours(open.lines.lines, open.kept.card.id);
  return (
    <footer className={styles.footer}>
      <div className={styles.told}>
        <SaveState state={saving} retry={() => outbox.retry()} />
        <span>
          {place > 0 ? t("place", { place, total: open.lines.total }) : null}
          {criteria.length > 0 ? ` · ${t("card.marked", { done, total: criteria.length })}` : null}
        </span>
      </div>
      <div className={styles.footerActs}>
        <Way label={t("card.prev")} keyName="k" turn="before" go={acts.toBefore} />
        <Way label={t("card.next")} keyName="j" turn="after" go={acts.toNext} />
        {open.canMark ? (
          <>
            <Button variant="default" onClick={acts.skip} aria-keyshortcuts="s">
              {t(open.view.skipped ? "card.unskip" : "card.skip")}
            </Button>
            <Button onClick={props.onSign} aria-keyshortcuts="Control+Enter" disabled={!open.kept.card.can.sign}>
              {t("card.sign")}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={acts.toQueue}>
            {t("card.back")}
          </Button>
        )}
      </div>
    </footer>
  );
}

function Way(props: {
  readonly label: string;
  readonly keyName: string;
  readonly turn: "before" | "after";
  readonly go: (() => void) | undefined;
}): ReactElement {
  return (
    <Button
      variant="default"
      className={styles.way}
      aria-label={props.label}
      title={props.label}
      aria-keyshortcuts={props.keyName}
      disabled={props.go === undefined}
      onClick={props.go}
    >
      <span className={styles.turn} data-turn={props.turn}>
        <Icon name="next" size={18} />
      </span>
    </Button>
  );
}
