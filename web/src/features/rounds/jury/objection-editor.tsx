import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import styles from "../rounds.module.css";
import type { JuryEditorPart } from "./jury-instrument-form.tsx";
import { NamedList } from "./named-list.tsx";

/** Whether the public may object, in which stage of the round, to whom, and about what. */
export function ObjectionEditor({ definition, stages, onChange }: JuryEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { objection, judging } = definition;
  const offered = stages.filter(({ kind }) => kind === "OBJECTION");
  const nameOf = (stage: string): string => stages.find(({ code }) => code === stage)?.name ?? stage;
  const first = { stage: offered[0]?.code ?? "", after: judging[0]?.stage ?? "", grounds: [{ code: "", names: {} }] };
  return (
    <div className={styles.form}>
      <Checkbox
        id="definition-objection"
        label={t("juryForm.objection")}
        description={offered.length === 0 ? t("juryForm.noObjectionStage") : undefined}
        disabled={offered.length === 0 && !objection}
        checked={objection !== undefined}
        onChange={(event) => onChange({ objection: event.currentTarget.checked ? first : undefined })}
      />
      {objection ? (
        <>
          <div className={styles.pair}>
            <ChoiceField
              id="definition-objection-stage"
              label={t("juryForm.objectionStage")}
              value={objection.stage}
              of={offered.map(({ code }) => code)}
              nameOf={nameOf}
              onChange={(stage) => onChange({ objection: { ...objection, stage } })}
            />
            <ChoiceField
              id="definition-objection-after"
              label={t("juryForm.objectionAfter")}
              value={objection.after}
              of={judging.map(({ stage }) => stage)}
              nameOf={nameOf}
              onChange={(after) => onChange({ objection: { ...objection, after } })}
            />
          </div>
          <NamedList
            id="definition-objection-grounds"
            kind="ground"
            items={objection.grounds}
            onChange={(grounds) => onChange({ objection: { ...objection, grounds } })}
          />
        </>
      ) : null}
    </div>
  );
}
