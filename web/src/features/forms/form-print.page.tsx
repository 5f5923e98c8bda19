import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { EntrySheet } from "../../lib/entries/entry-sheet.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { FormFrame } from "./form-frame.tsx";

/** A round's blank form, to be printed and filled in by hand. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  const { code = "" } = useParams();
  const language = useLanguage();
  return (
    <FormFrame
      title={({ name }) => t("print.blankTitle", { round: name })}
      actions={
        <>
          <Button onClick={() => globalThis.print()}>{t("print.act")}</Button>
          <Button component="a" href={`/print/forms/${encodeURIComponent(code)}.pdf?language=${language}`} download variant="default">
            {t("print.pdf")}
          </Button>
        </>
      }
    >
      {({ asked }) => <EntrySheet form={asked.form} instrument={asked.instrument} filled={null} />}
    </FormFrame>
  );
}
