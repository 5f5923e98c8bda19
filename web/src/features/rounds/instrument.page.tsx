import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { InstrumentForm } from "./instrument-form.tsx";
import { RoundFrame } from "./round-frame.tsx";

/** Edits a draft's instrument, or writes a new version of a frozen one with its reason. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return <RoundFrame title={t("instrument.title")}>{(round) => <InstrumentForm round={round} />}</RoundFrame>;
}
