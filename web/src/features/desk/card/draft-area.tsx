import { Textarea } from "@mantine/core";
import type { KeyboardEvent, ReactElement, Ref } from "react";
import { type TextSource, useDraftText } from "../../../lib/judging/use-draft-text.ts";

/** A text of a card that saves itself. Escape leads back to where it was opened from. */
export function DraftArea(props: {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly source: TextSource;
  readonly most: number;
  readonly disabled: boolean;
  readonly required?: boolean;
  readonly onEscape?: () => void;
  readonly area?: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const draft = useDraftText(props.source);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !props.onEscape) return;
    event.preventDefault();
    props.onEscape();
  };
  return (
    <Textarea
      id={props.id}
      ref={props.area ?? null}
      label={props.label}
      {...(props.help === undefined ? {} : { description: props.help })}
      rows={2}
      maxLength={props.most}
      value={draft.value}
      disabled={props.disabled}
      aria-required={props.required === true}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
      onKeyDown={onKeyDown}
    />
  );
}
