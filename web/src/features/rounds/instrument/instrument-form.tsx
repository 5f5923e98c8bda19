import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page.tsx";
import type { RoundParts } from "../use-round.ts";
import { type Definition, sentDefinition } from "./definition.ts";
import { InstrumentFrame, type InstrumentFrameProps } from "./instrument-frame.tsx";
import { MetricsEditor } from "./metrics-editor.tsx";
import { PrizesEditor } from "./prizes-editor.tsx";
import { RolesEditor } from "./roles-editor.tsx";
import { ScopeEditor } from "./scope-editor.tsx";
import { TiesEditor } from "./ties-editor.tsx";

/** A part of the editor: what it shows of the definition, and how it changes it. */
export type EditorPart = {
  readonly definition: Definition;
  readonly choices: RoundParts["choices"];
  readonly onChange: (part: Partial<Definition>) => void;
};

/** An instrument of service performance in sections. Ids of its controls are those of the refusals' fields: `definition-metrics-0-weight`. */
export function InstrumentForm(props: {
  readonly frame: InstrumentFrameProps;
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { frame, definition } = props;
  const { choices } = frame.round;
  const part: EditorPart = { definition, choices, onChange: (change) => props.onChange({ ...definition, ...change }) };
  return (
    <InstrumentFrame {...frame} definition={() => sentDefinition(definition)}>
      <Section title={t("instrument.measures")}>
        <MetricsEditor {...part} />
      </Section>
      <Section title={t("instrument.scope")}>
        <ScopeEditor {...part} />
      </Section>
      <Section title={t("instrument.ties")}>
        <TiesEditor {...part} />
      </Section>
      <Section title={t("instrument.prizes")}>
        <PrizesEditor {...part} />
      </Section>
      <Section title={t("instrument.roles")}>
        <RolesEditor {...part} />
      </Section>
    </InstrumentFrame>
  );
}
