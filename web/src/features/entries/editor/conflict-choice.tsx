import type { AnswerValue } from "@isonga/schema/entry-form";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Unsent } from "../../../lib/entries/known-entry.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { Icon } from "../../../ui/icons.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "./conflict-choice.module.css";

/** Two authors met in one field: both texts side by side, and a choice. Or the server refused it: why, and a choice. */
export function ConflictChoice(props: {
  readonly unsent: Unsent;
  readonly write: (value: AnswerValue) => string;
  readonly settle: (keepMine: boolean) => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const refusal = useRefusalWords();
  const { mine, theirs, why } = props.unsent;
  if (why === "refused" || !theirs)
    return (
      <fieldset className={styles.box} aria-label={t("conflict.refused")}>
        <p className={styles.told}>
          <Icon name="warning" size={18} /> {t("conflict.refused")} {props.unsent.refusal ? refusal(props.unsent.refusal) : null}
        </p>
        <Choice mine={t("conflict.again")} theirs={t("conflict.discard")} settle={props.settle} />
      </fieldset>
    );
  return (
    <fieldset className={styles.box} aria-label={t("conflict.title")}>
      <p className={styles.told}>
        <Icon name="warning" size={18} /> <Who by={theirs.by} at={theirs.at} />
      </p>
      <div className={styles.sides}>
        <Side title={t("conflict.yours")} text={props.write(mine)} />
        <Side title={theirs.by ?? t("conflict.other")} text={props.write(theirs.value)} />
      </div>
      <Choice mine={t("conflict.mine")} theirs={t("conflict.theirs")} settle={props.settle} />
    </fieldset>
  );
}

function Who(props: { readonly by: string | null; readonly at: string | null }): ReactElement {
  const { t } = useTranslation("entries");
  const format = useFormat();
  return <>{t("conflict.told", { name: props.by ?? t("conflict.other"), moment: props.at ? format.dateTime(props.at) : "" })}</>;
}

function Side(props: { readonly title: string; readonly text: string }): ReactElement {
  const { t } = useTranslation("entries");
  return (
    <div className={styles.side}>
      <p className={styles.title}>{props.title}</p>
      <p className={styles.text}>{props.text === "" ? t("conflict.nothing") : props.text}</p>
    </div>
  );
}

function Choice(props: { readonly mine: string; readonly theirs: string; readonly settle: (keepMine: boolean) => void }): ReactElement {
  return (
    <div className={styles.buttons}>
      <Button onClick={() => props.settle(true)}>{props.mine}</Button>
      <Button variant="default" onClick={() => props.settle(false)}>
        {props.theirs}
      </Button>
    </div>
  );
}
