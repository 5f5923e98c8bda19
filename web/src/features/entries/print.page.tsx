import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { EntrySheet } from "../../lib/entries/entry-sheet.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { EntryFrame } from "./entry-frame.tsx";

/** An entry to be printed, with what is written and not sent yet; or taken away as a PDF of what the server has. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  const language = useLanguage();
  return (
    <EntryFrame
      title={({ known }) => known.entry.title}
      actions={({ known }) => (
        <>
          <Button onClick={() => globalThis.print()}>{t("print.act")}</Button>
          <Button component="a" href={`/print/entries/${known.entry.id}.pdf?language=${language}`} download variant="default">
            {t("print.pdf")}
          </Button>
        </>
      )}
    >
      {({ known, view }) => {
        const { entry } = known;
        const filled = { ...view, language: entry.language, copied: entry.copied };
        return (
          <>
            <EntryFacts known={known} />
            <EntrySheet form={entry.form} instrument={entry.instrument} filled={filled} />
          </>
        );
      }}
    </EntryFrame>
  );
}
