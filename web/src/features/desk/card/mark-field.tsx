import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { isOnScale, plain, type Scale, stepFrom } from "../../../lib/judging/rubric/scale.ts";
import { useFormat } from "../../../ui/use-format.ts";

/** A mark of a long scale, typed; arrows go one up or down. What is no mark stays on the page and is not saved. */
export function MarkField(props: {
  readonly label: string;
  readonly scale: Scale;
  readonly mark: string | null;
  readonly disabled: boolean;
  readonly onMark: (mark: string | null) => void;
}): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { scale, mark, onMark } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== "" && !isOnScale(scale, typed);
  const change = (text: string): void => {
    setTyped(text);
    if (text.trim() === "") onMark(null);
    else if (isOnScale(scale, text)) onMark(plain(text));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : null;
    if (direction === null) return;
    event.preventDefault();
    setTyped(null);
    onMark(stepFrom(scale, mark, direction));
  };
  return (
    <TextInput
      label={props.label}
      description={t("card.range", { min: scale.min, max: scale.max, step: scale.step })}
      inputMode="decimal"
      autoComplete="off"
      maw="16rem"
      value={typed ?? (mark === null ? "" : format.decimal(mark))}
      error={wrong ? t("card.offScale") : null}
      disabled={props.disabled}
      data-mark="true"
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => (wrong ? undefined : setTyped(null))}
      onKeyDown={onKeyDown}
    />
  );
}
