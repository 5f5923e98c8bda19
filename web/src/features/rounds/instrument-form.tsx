import { LIMITS } from "@isonga/schema/limits";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { type Definition, freshDefinition, sentDefinition } from "./definition.ts";
import { MetricsEditor } from "./metrics-editor.tsx";
import { PrizesEditor } from "./prizes-editor.tsx";
import { RolesEditor } from "./roles-editor.tsx";
import { ReviseInstrumentDocument, SaveInstrumentDocument } from "./round.mutations.ts";
import styles from "./rounds.module.css";
import { ScopeEditor } from "./scope-editor.tsx";
import { TiesEditor } from "./ties-editor.tsx";
import type { RoundParts } from "./use-round.ts";

/** A part of the editor: what it shows of the definition, and how it changes it. */
export type EditorPart = {
  readonly definition: Definition;
  readonly choices: RoundParts["choices"];
  readonly onChange: (part: Partial<Definition>) => void;
};

/** The whole instrument in sections. Ids of its controls are those of the refusals' fields: `definition-metrics-0-weight`. */
export function InstrumentForm({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const navigate = useNavigate();
  const frozen = round.state !== "DRAFT";
  const save = useAct(SaveInstrumentDocument);
  const revise = useAct(ReviseInstrumentDocument);
  const [reason, setReason] = useState("");
  const [definition, setDefinition] = useState<Definition>(
    () => (round.instrument?.definition as Definition | undefined) ?? freshDefinition(round.choices.levels, new Date()),
  );
  const part: EditorPart = { definition, choices: round.choices, onChange: (change) => setDefinition({ ...definition, ...change }) };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { id: round.id, version: round.version, definition: sentDefinition(definition) };
    const done = frozen ? await revise.act({ input: { ...input, reason } }) : await save.act({ input });
    if (done !== null) await navigate("..", { relative: "path" });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={useFormProblems(frozen ? revise.failure : save.failure)} />
      {frozen ? <Notice kind="locked" title={t("instrument.frozen")} /> : null}
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
      <div className={styles.end}>
        {frozen ? (
          <Textarea
            id="reason"
            label={t("instrument.reason")}
            description={t("instrument.reasonHint")}
            autosize
            minRows={2}
            maxLength={LIMITS.reasonLength}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <div>
          <Button type="submit" loading={save.busy || revise.busy}>
            {t(frozen ? "instrument.revise" : "instrument.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
