import { LIMITS } from "@isonga/schema/limits";
import { NumberInput, Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { StageInput } from "../../gql/graphql.ts";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./rounds.module.css";
import { textInput } from "./text-input.ts";

export type StageValue = StageInput;

/** The browser writes dates in its own language: below stands the same in the page's. */
const BELOW: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];

const KINDS = [
  "REPORTING",
  "APPROVAL",
  "SUBMISSION",
  "ENDORSEMENT",
  "CHECK",
  "VERIFICATION",
  "STANDING",
  "DECISION",
  "PUBLICATION",
] as const;

/** Minutes in a week. */
const MOST_GRACE = 10_080;

/** The fields of one stage. */
export function StageFields(props: {
  readonly stage: StageValue;
  readonly index: number;
  readonly onChange: (stage: StageValue) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { stage, index, onChange } = props;
  const format = useFormat();
  const said = (local: string) => (local === "" ? undefined : format.dateTime(`${local}Z`, { timeZone: "UTC" }));
  const id = (part: string) => `stages-${index}-${part}`;
  return (
    <>
      <div className={styles.pair}>
        <Select
          id={id("kind")}
          label={t("stages.kind")}
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={stage.kind}
          onChange={(value) => onChange({ ...stage, kind: KINDS.find((kind) => kind === value) ?? stage.kind })}
        />
        <TextInput
          id={id("code")}
          label={t("stages.code")}
          value={stage.code}
          onChange={(event) => onChange({ ...stage, code: event.currentTarget.value })}
        />
        <TextInput
          id={id("startsAt")}
          type="datetime-local"
          label={t("stages.starts")}
          description={said(stage.startsAt)}
          inputWrapperOrder={BELOW}
          value={stage.startsAt}
          onChange={(event) => onChange({ ...stage, startsAt: event.currentTarget.value })}
        />
        <TextInput
          id={id("endsAt")}
          type="datetime-local"
          label={t("stages.ends")}
          description={said(stage.endsAt)}
          inputWrapperOrder={BELOW}
          value={stage.endsAt}
          onChange={(event) => onChange({ ...stage, endsAt: event.currentTarget.value })}
        />
        <NumberInput
          id={id("graceMinutes")}
          label={t("stages.grace")}
          description={t("stages.graceHint")}
          min={0}
          max={MOST_GRACE}
          allowDecimal={false}
          value={stage.graceMinutes ?? 0}
          onChange={(value) => onChange({ ...stage, graceMinutes: Number(value) || 0 })}
        />
      </div>
      <LocalizedTextInput
        id={id("names")}
        label={t("stages.names")}
        maxLength={LIMITS.nameLength}
        value={stage.names}
        onChange={(names) => onChange({ ...stage, names: textInput(names) })}
      />
    </>
  );
}
