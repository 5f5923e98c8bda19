import { LIMITS } from "@isonga/schema/limits";
import { UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NO_ITEM } from "../../../lib/judging/card-view.ts";
import type { KnownCriterion } from "../../../lib/judging/known-card.ts";
import { valuesOf } from "../../../lib/judging/rubric/scale.ts";
import { isTyping } from "../../../lib/keys/is-typing.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { OpenCard } from "../open-card.ts";
import { Anchors } from "./anchors.tsx";
import styles from "./card.module.css";
import { ConflictChoice } from "./conflict-choice.tsx";
import { DraftArea } from "./draft-area.tsx";
import { MarkChips } from "./mark-chips.tsx";
import { MarkField } from "./mark-field.tsx";

const COMMENT_KEY = "c";

/** One criterion: what it asks, its mark with what marks mean beside it, and what the judge says to it. `c` opens the comment. */
export function CriterionRow({ open, criterion }: { readonly open: OpenCard; readonly criterion: KnownCriterion }): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { work, view, kept } = open;
  const name = `mark ${criterion.code}` as const;
  const [given, setGiven] = useState<{ readonly mark: string | null } | null>(null);
  const stored = view.items[name] ?? NO_ITEM;
  const item = given ? { ...stored, value: given.mark } : stored;
  const [current, setCurrent] = useState(false);
  const row = useRef<HTMLFieldSetElement>(null);
  const comment = useComment(criterion.comment, item.comment !== "");
  const values = valuesOf(criterion);
  const give = (mark: string | null): void => {
    const gives = { mark };
    // Shown at once, also while a slow device still writes it down.
    setGiven(gives);
    void work.write(name, { value: mark }).finally(() => setGiven((now) => (now === gives ? null : now)));
    open.say(mark === null ? t("card.cleared", { criterion: criterion.name }) : t("card.said", { criterion: criterion.name, mark }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== COMMENT_KEY || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || !comment.allowed) return;
    event.preventDefault();
    comment.show();
  };
  const input = { label: criterion.name, scale: criterion, mark: item.value, disabled: !open.canMark, onMark: give };
  return (
    <fieldset
      ref={row}
      className={styles.criterion}
      data-criterion={criterion.code}
      data-current={current}
      onFocus={() => setCurrent(true)}
      onBlur={(event) => setCurrent(row.current?.contains(event.relatedTarget) === true)}
      onKeyDown={onKeyDown}
    >
      <legend className={styles.name}>
        {criterion.name}
        <span className={styles.weight}>
          {criterion.ranking ? t("card.weight", { weight: criterion.weight }) : t("card.noRank")}
          {item.value === null ? null : <b className={styles.given}>{format.decimal(item.value)}</b>}
        </span>
      </legend>
      {criterion.description === "" ? null : <p className={styles.asks}>{criterion.description}</p>}
      {values ? <MarkChips name={`${kept.card.id} ${criterion.code}`} values={values} {...input} /> : <MarkField {...input} />}
      <Anchors anchors={criterion.anchors} mark={item.value} />
      <ConflictChoice open={open} name={name} label={criterion.name} />
      <CommentPart open={open} criterion={criterion} comment={comment} />
    </fieldset>
  );
}

type CommentState = ReturnType<typeof useComment>;

/** The comment is there when it is asked for or written, else once it is opened. */
function useComment(rule: string, written: boolean) {
  const [opened, setOpened] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef(false);
  const allowed = rule !== "OFF";
  const shown = allowed && (rule === "REQUIRED" || written || opened);
  useEffect(() => {
    if (!shown || !wanted.current) return;
    wanted.current = false;
    area.current?.focus();
  });
  const show = (): void => {
    wanted.current = true;
    setOpened(true);
    area.current?.focus();
  };
  return { allowed, shown, show, area };
}

function CommentPart(props: {
  readonly open: OpenCard;
  readonly criterion: KnownCriterion;
  readonly comment: CommentState;
}): ReactElement | null {
  const { t } = useTranslation("desk");
  const id = useId();
  const { open, criterion, comment } = props;
  const name = `mark ${criterion.code}` as const;
  if (!comment.allowed || (!comment.shown && !open.canMark)) return null;
  if (!comment.shown)
    return (
      <UnstyledButton className={styles.addComment} tabIndex={-1} onClick={comment.show} aria-keyshortcuts={COMMENT_KEY}>
        {t("card.addComment")} <kbd>{COMMENT_KEY}</kbd>
      </UnstyledButton>
    );
  const isRequired = criterion.comment === "REQUIRED";
  return (
    <DraftArea
      id={id}
      area={comment.area}
      label={`${t("card.commentOf", { criterion: criterion.name })}${isRequired ? ` (${t("card.required")})` : ""}`}
      required={isRequired}
      most={LIMITS.reasonLength}
      disabled={!open.canMark}
      source={{
        key: `${open.kept.card.id} ${name}`,
        value: open.view.items[name]?.comment ?? "",
        version: () => open.work.version(name),
        write: (text, version) => open.work.write(name, { comment: text }, version),
      }}
      onEscape={() => focusMark(criterion.code)}
    />
  );
}

/** Leads to the mark of a criterion: the chosen one, or the first. */
export function focusMark(code: string): void {
  const row = document.querySelector(`[data-criterion="${CSS.escape(code)}"]`);
  const target = row?.querySelector<HTMLElement>("input:checked") ?? row?.querySelector<HTMLElement>("input");
  target?.focus();
}
