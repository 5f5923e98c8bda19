import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeptDraft } from "../../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../../lib/drafts/use-form-draft.ts";
import { FileDrop } from "../../../ui/file-drop.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { type IndexDefinition, isIndexDefinition } from "../index/index-definition.ts";
import { IndexInstrumentForm } from "../index/index-instrument-form.tsx";
import { filledJury, isJuryDefinition, type JuryDefinition } from "../jury/jury-definition.ts";
import { JuryInstrumentForm } from "../jury/jury-instrument-form.tsx";
import { InstrumentTemplatesDocument } from "../round.query.ts";
import { RoundFrame } from "../round-frame.tsx";
import styles from "../rounds.module.css";
import type { RoundParts } from "../use-round.ts";
import { type Definition, freshDefinition, NO_RULES } from "./definition.ts";
import { InstrumentForm } from "./instrument-form.tsx";

/** Edits a draft's instrument, or writes a new version of a frozen one with its reason. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <RoundFrame title={t("instrument.title")} allowed={mayChange}>
      {(round) => <Editor round={round} />}
    </RoundFrame>
  );
}

function mayChange({ state, viewerCan }: RoundParts): boolean {
  return state === "DRAFT" ? viewerCan.edit : viewerCan.reviseInstrument;
}

/** A definition of any kind that is edited here. */
type AnyDefinition = Definition | IndexDefinition | JuryDefinition;

/** What the editor began with (another one begins anew), and what it holds. */
type Start = { readonly key: string; readonly definition: AnyDefinition };

/** The editor of the definition's kind, started from the round's own instrument, a shipped one or a file. */
function Editor({ round }: { readonly round: RoundParts }): ReactElement {
  const [start, setStart] = useState<Start>(() => ({ key: "own", definition: ownDefinition(round) }));
  const [reason, setReason] = useState("");
  const { key, definition } = start;
  const draft = useFormDraft({
    name: `instrument ${round.id}`,
    version: round.version,
    value: { definition, reason },
    restore: (kept) => {
      setStart({ key: "kept", definition: kept.definition });
      setReason(kept.reason);
    },
  });
  const frame = { round, reason, onReason: setReason, onSaved: draft.saved };
  return (
    <>
      <KeptDraft draft={draft} />
      {round.state === "DRAFT" ? <StartFrom onStart={setStart} /> : null}
      {isJuryDefinition(definition) ? (
        <JuryInstrumentForm
          key={key}
          frame={frame}
          definition={definition}
          onChange={(changed) => setStart({ key, definition: changed })}
        />
      ) : isIndexDefinition(definition) ? (
        <IndexInstrumentForm
          key={key}
          frame={frame}
          definition={definition}
          onChange={(changed) => setStart({ key, definition: changed })}
        />
      ) : (
        <InstrumentForm key={key} frame={frame} definition={definition} onChange={(changed) => setStart({ key, definition: changed })} />
      )}
    </>
  );
}

function StartFrom({ onStart }: { readonly onStart: (start: Start) => void }): ReactElement {
  const { t } = useTranslation("rounds");
  const { data } = useQuery(InstrumentTemplatesDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const choose = (code: string | null): void => {
    const template = data?.instrumentTemplates.find((one) => one.code === code);
    if (!template) return;
    setChosen(template.code);
    onStart({ key: template.code, definition: template.definition as AnyDefinition });
  };
  const read = async (file: File): Promise<void> => {
    const definition = definitionIn(await file.text());
    setWrong(definition === null);
    if (definition) onStart({ key: `${file.name} ${file.lastModified}`, definition });
  };
  return (
    <div className={styles.form}>
      <p className={styles.note}>{t("instrument.startHint")}</p>
      <Select
        label={t("instrument.startFrom")}
        value={chosen}
        data={data?.instrumentTemplates.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        onChange={choose}
      />
      {wrong ? <Notice kind="problem" title={t("instrument.notAFile")} takesFocus /> : null}
      <FileDrop label={t("instrument.file")} endings={[".json"]} maxBytes={MOST_BYTES} onFile={(file) => void read(file)} />
    </div>
  );
}

const KINDS: readonly string[] = ["SERVICE_PERFORMANCE", "INNOVATION_INDEX", "JURY"];
const MOST_BYTES = 4 * 1024 * 1024;

function ownDefinition({ instrument, choices }: RoundParts): AnyDefinition {
  return (instrument?.definition as AnyDefinition | undefined) ?? freshDefinition(choices.levels, new Date());
}

/** A file may leave out what is usual; who may enter is edited in full. */
function filled(definition: AnyDefinition): AnyDefinition {
  if (isJuryDefinition(definition)) return filledJury(definition);
  return isIndexDefinition(definition) ? { ...definition, eligibility: { ...NO_RULES, ...definition.eligibility } } : definition;
}

/** The definition in a file: an instrument's own, or a whole round's. What is wrong in it, the server says on saving. */
function definitionIn(text: string): AnyDefinition | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const whole = value as { readonly round?: { readonly instrument?: unknown } };
    const definition = (whole.round?.instrument ?? value) as AnyDefinition;
    return KINDS.includes(definition.kind) ? filled(definition) : null;
  } catch {
    // no JSON, or not the shape of an instrument: the same sentence for both
    return null;
  }
}
