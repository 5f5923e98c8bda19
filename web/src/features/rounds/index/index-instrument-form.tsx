import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page.tsx";
import { EligibilityEditor } from "../instrument/eligibility-editor.tsx";
import { InstrumentFrame, type InstrumentFrameProps } from "../instrument/instrument-frame.tsx";
import styles from "../rounds.module.css";
import type { IndexDefinition } from "./index-definition.ts";
import { ParametersEditor } from "./index-parameters-editor.tsx";
import { WeightsEditor } from "./index-weights-editor.tsx";

/** A part of the editor of an index: what it shows of the definition, and how it changes it. */
export type IndexEditorPart = {
  readonly definition: IndexDefinition;
  readonly onChange: (part: Partial<IndexDefinition>) => void;
};

/** An index instrument in sections: its numbers, who may enter, its rows' weights. Names and levels are changed in its file. */
export function IndexInstrumentForm(props: {
  readonly frame: InstrumentFrameProps;
  readonly definition: IndexDefinition;
  readonly onChange: (definition: IndexDefinition) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { frame, definition } = props;
  const part: IndexEditorPart = { definition, onChange: (change) => props.onChange({ ...definition, ...change }) };
  return (
    <InstrumentFrame {...frame} definition={() => definition}>
      <Section title={t("indexForm.parameters")}>
        <p className={styles.note}>{t("indexForm.lead")}</p>
        <ParametersEditor {...part} />
      </Section>
      <Section title={t("indexForm.eligibility")}>
        <EligibilityEditor {...part} />
      </Section>
      <Section title={t("index.part.SPD")}>
        <WeightsEditor list="regional" {...part} />
      </Section>
      <Section title={t("index.innovationHeading")}>
        <WeightsEditor list="innovation" {...part} />
      </Section>
    </InstrumentFrame>
  );
}
