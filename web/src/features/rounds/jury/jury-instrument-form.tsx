import { LIMITS } from "@isonga/schema/limits";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { Section } from "../../../ui/page.tsx";
import { EligibilityEditor } from "../instrument/eligibility-editor.tsx";
import { InstrumentFrame, type InstrumentFrameProps } from "../instrument/instrument-frame.tsx";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import type { RoundParts } from "../use-round.ts";
import { JudgingStageEditor } from "./judging-stage-editor.tsx";
import { freshStage, type JudgingStageValue, type JuryDefinition, sentJury } from "./jury-definition.ts";
import { JuryPrizesEditor } from "./jury-prizes-editor.tsx";
import { JuryTiesEditor } from "./jury-ties-editor.tsx";
import { NamedList } from "./named-list.tsx";
import { ObjectionEditor } from "./objection-editor.tsx";

/** A part of the editor of a jury's instrument: the definition, the round's stages, and how the definition is changed. */
export type JuryEditorPart = {
  readonly definition: JuryDefinition;
  readonly stages: RoundParts["stages"];
  readonly onChange: (part: Partial<JuryDefinition>) => void;
};

/** A jury's instrument in sections: its judging stages in order, the public's objections, equal scores, prizes, officials. */
export function JuryInstrumentForm(props: {
  readonly frame: InstrumentFrameProps;
  readonly definition: JuryDefinition;
  readonly onChange: (definition: JuryDefinition) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { frame, definition } = props;
  const part: JuryEditorPart = {
    definition,
    stages: frame.round.stages,
    onChange: (change) => props.onChange({ ...definition, ...change }),
  };
  return (
    <InstrumentFrame {...frame} definition={() => sentJury(definition)}>
      <Section title={t("indexForm.eligibility")}>
        <EligibilityEditor {...part} />
      </Section>
      <Section title={t("juryForm.stages")}>
        <p className={styles.note}>{t("juryForm.lead")}</p>
        <JudgingStages {...part} />
      </Section>
      <Section title={t("juryForm.conduct")}>
        <p className={styles.note}>{t("juryForm.conductHint")}</p>
        <LocalizedTextInput
          id="definition-conduct"
          label={t("juryForm.conductRules")}
          multiline
          maxLength={LIMITS.descriptionLength}
          value={definition.conduct ?? {}}
          onChange={(conduct) => part.onChange({ conduct })}
        />
      </Section>
      <Section title={t("kind.OBJECTION")}>
        <ObjectionEditor {...part} />
      </Section>
      <Section title={t("instrument.ties")}>
        <JuryTiesEditor {...part} />
      </Section>
      <Section title={t("instrument.prizes")}>
        <JuryPrizesEditor {...part} />
      </Section>
      <Section title={t("instrument.roles")}>
        <NamedList
          id="definition-recognitionRoles"
          kind="role"
          items={definition.recognitionRoles}
          onChange={(recognitionRoles) => part.onChange({ recognitionRoles })}
        />
      </Section>
    </InstrumentFrame>
  );
}

/** The judging stages in the order in which entries go through them; another one as long as the round has a stage for it. */
function JudgingStages({ definition, stages, onChange }: JuryEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { judging } = definition;
  const taken = new Set(judging.map(({ stage }) => stage));
  const offered = stages.filter(({ kind }) => kind === "JUDGING");
  const free = offered.find(({ code }) => !taken.has(code));
  const nameOf = (code: string): string => stages.find((stage) => stage.code === code)?.name ?? code;
  const summaryOf = ({ weight, mode, criteria }: JudgingStageValue): string =>
    mode === "SCORES"
      ? t("juryForm.summary", { weight: String(weight), count: criteria.length })
      : t("juryForm.summaryOther", { weight: String(weight), mode: t(`jury.mode.${mode}`) });
  return (
    <div className={styles.form}>
      <OrderedList
        items={judging}
        onChange={(changed) => onChange({ judging: changed })}
        nameOf={({ stage }) => nameOf(stage)}
        fold={{ summary: summaryOf }}
        {...(free ? { add: { words: t("juryForm.addStage"), item: () => freshStage(free.code) } } : {})}
      >
        {(stage, index, change) => (
          <JudgingStageEditor
            stage={stage}
            id={`definition-judging-${index}`}
            offered={offered.filter(({ code }) => code === stage.stage || !taken.has(code))}
            onChange={(part) => change({ ...stage, ...part })}
          />
        )}
      </OrderedList>
      {free ? null : <p className={styles.note}>{t("juryForm.noStageLeft")}</p>}
    </div>
  );
}
