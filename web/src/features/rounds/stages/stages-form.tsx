import { formatZone } from "@isonga/schema/format";
import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OrderedList } from "../ordered-list.tsx";
import { SetStagesDocument } from "../round.mutations.ts";
import styles from "../rounds.module.css";
import { NO_TEXT, textInput } from "../text-input.ts";
import type { RoundParts } from "../use-round.ts";
import { StageFields, type StageValue } from "./stage-fields.tsx";

/** All stages of a round, in order, dates as clocks in its zone show them. Once it is open another date needs a reason. */
export function StagesForm({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { act, busy, failure } = useAct(SetStagesDocument);
  const [saved, setSaved] = useState(false);
  const [reason, setReason] = useState("");
  const [stages, setStages] = useState<readonly StageValue[]>(() => round.stages.map(editedStage));
  const draft = useFormDraft({
    name: `round stages ${round.id}`,
    version: round.version,
    value: { stages, reason },
    restore: (kept) => {
      setStages(kept.stages);
      setReason(kept.reason);
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act({ input: { id: round.id, version: round.version, stages: [...stages], reason: reason.trim() || null } });
    if (done !== null) draft.saved();
    setSaved(done !== null);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={useFormProblems(failure)} />
      <p className={styles.note}>{t("stages.zone", { zone: formatZone(round.timeZone, format.language) })}</p>
      <OrderedList
        items={stages}
        onChange={(changed) => {
          setSaved(false);
          setStages(changed);
        }}
        nameOf={(stage, index) => format.text(stage.names) || t("stages.stage", { number: index + 1 })}
        add={{ words: t("stages.add"), item: () => freshStage(stages) }}
      >
        {(stage, index, change) => <StageFields stage={stage} index={index} onChange={change} />}
      </OrderedList>
      {round.state === "DRAFT" ? null : (
        <GrowingText
          id="reason"
          label={t("stages.reason")}
          description={t("stages.reasonHint")}
          minRows={2}
          maxLength={LIMITS.reasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {saved ? <Notice kind="saved" title={t("form.saved")} /> : null}
      <div>
        <Button type="submit" loading={busy}>
          {t("stages.save")}
        </Button>
      </div>
    </form>
  );
}

function editedStage(stage: RoundParts["stages"][number]): StageValue {
  const { code, kind, names, startsAtLocal: startsAt, endsAtLocal: endsAt, graceMinutes } = stage;
  return { code, kind, names: textInput(names), startsAt, endsAt, graceMinutes };
}

/** A stage that begins where the last one ends. */
function freshStage(stages: readonly StageValue[]): StageValue {
  const last = stages.at(-1);
  return { code: "", kind: last ? "PUBLICATION" : "REPORTING", names: NO_TEXT, startsAt: last?.endsAt ?? "", endsAt: "", graceMinutes: 0 };
}
