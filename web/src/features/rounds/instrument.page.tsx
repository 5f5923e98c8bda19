import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Definition, freshDefinition } from "./definition.ts";
import { type IndexDefinition, isIndexDefinition } from "./index-definition.ts";
import { IndexInstrumentForm } from "./index-instrument-form.tsx";
import { InstrumentForm } from "./instrument-form.tsx";
import { InstrumentTemplatesDocument } from "./round.query.ts";
import { RoundFrame } from "./round-frame.tsx";
import styles from "./rounds.module.css";
import type { RoundParts } from "./use-round.ts";

/** Edits a draft's instrument, or writes a new version of a frozen one with its reason. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return <RoundFrame title={t("instrument.title")}>{(round) => <Editor round={round} />}</RoundFrame>;
}

type Start = { readonly key: string; readonly definition: Definition | IndexDefinition };

/** The editor of the definition's kind, started from the round's own instrument, a shipped one or a file. */
function Editor({ round }: { readonly round: RoundParts }): ReactElement {
  const [start, setStart] = useState<Start>(() => ({ key: "own", definition: ownDefinition(round) }));
  const { definition } = start;
  return (
    <>
      {round.state === "DRAFT" ? <StartFrom onStart={setStart} /> : null}
      {isIndexDefinition(definition) ? (
        <IndexInstrumentForm key={start.key} round={round} start={definition} />
      ) : (
        <InstrumentForm key={start.key} round={round} start={definition} />
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
    onStart({ key: template.code, definition: template.definition as Definition | IndexDefinition });
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

const MOST_BYTES = 4 * 1024 * 1024;

function ownDefinition({ instrument, choices }: RoundParts): Definition | IndexDefinition {
  return (instrument?.definition as Definition | IndexDefinition | undefined) ?? freshDefinition(choices.levels, new Date());
}

/** The definition in a file: an instrument's own, or a whole round's. What is wrong in it, the server says on saving. */
function definitionIn(text: string): Definition | IndexDefinition | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const whole = value as { readonly round?: { readonly instrument?: unknown } };
    const definition = (whole.round?.instrument ?? value) as Definition | IndexDefinition;
    return definition.kind === "SERVICE_PERFORMANCE" || isIndexDefinition(definition) ? definition : null;
  } catch {
    // no JSON, or not the shape of an instrument: the same sentence for both
    return null;
  }
}
