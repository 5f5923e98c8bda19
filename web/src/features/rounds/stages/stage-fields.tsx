import { LIMITS } from "@isonga/schema/limits";
import { NumberInput, Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { StageInput } from "../../../gql/graphql.ts";
import { DateField } from "../../../ui/dates/date-field.tsx";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { useDuration } from "../../../ui/use-duration.ts";
import styles from "../rounds.module.css";
import { textInput } from "../text-input.ts";

export type StageValue = StageInput;

const KINDS = [
  "REPORTING",
  "APPROVAL",
  "SUBMISSION",
  "ENDORSEMENT",
  "CHECK",
  "VERIFICATION",
  "JUDGING",
  "OBJECTION",
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
  const duration = useDuration();
  const { stage, index, onChange } = props;
  const grace = stage.graceMinutes ?? 0;
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
        <DateField
          id={id("startsAt")}
          kind="moment"
          label={t("stages.starts")}
          value={stage.startsAt}
          onChange={(startsAt) => onChange({ ...stage, startsAt })}
        />
        <DateField
          id={id("endsAt")}
          kind="moment"
          label={t("stages.ends")}
          value={stage.endsAt}
          onChange={(endsAt) => onChange({ ...stage, endsAt })}
        />
        <NumberInput
          id={id("graceMinutes")}
          label={t("stages.grace")}
          description={grace < 60 ? t("stages.graceHint") : `${t("stages.graceHint")} ${t("stages.graceSpan", { span: duration(grace) })}`}
          min={0}
          max={MOST_GRACE}
          allowDecimal={false}
          value={grace}
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
