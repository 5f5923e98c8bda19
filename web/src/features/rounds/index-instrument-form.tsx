import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import type { IndexDefinition } from "./index-definition.ts";
import { EligibilityEditor } from "./index-eligibility-editor.tsx";
import { ParametersEditor } from "./index-parameters-editor.tsx";
import { WeightsEditor } from "./index-weights-editor.tsx";
import { InstrumentFrame } from "./instrument-frame.tsx";
import styles from "./rounds.module.css";
import type { RoundParts } from "./use-round.ts";

/** A part of the editor of an index: what it shows of the definition, and how it changes it. */
export type IndexEditorPart = {
  readonly definition: IndexDefinition;
  readonly onChange: (part: Partial<IndexDefinition>) => void;
};

/** An index instrument in sections: its numbers, who may enter, its rows' weights. Names and levels are changed in its file. */
export function IndexInstrumentForm({ round, start }: { readonly round: RoundParts; readonly start: IndexDefinition }): ReactElement {
  const { t } = useTranslation("rounds");
  const [definition, setDefinition] = useState<IndexDefinition>(start);
  const part: IndexEditorPart = { definition, onChange: (change) => setDefinition({ ...definition, ...change }) };
  return (
    <InstrumentFrame round={round} definition={() => definition}>
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
