import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { ProgrammeForm, texts } from "./programme-form.tsx";
import { CreateProgrammeDocument } from "./programmes.query.ts";

/** A new programme. */
export function Component(): ReactElement {
  const { t } = useTranslation("programmes");
  const language = useLanguage();
  const navigate = useNavigate();
  const { act, busy, failure } = useAct(CreateProgrammeDocument);
  const rounds = `/${language}/app/rounds`;
  return (
    <Page title={t("form.new")} breadcrumbs={[{ label: t("title"), to: rounds }, { label: t("form.new") }]}>
      <ProgrammeForm
        initial={{ code: "", country: "RW", names: texts({}), descriptions: texts({}) }}
        busy={busy}
        failure={failure}
        onSubmit={async (input) => (await act({ input })) !== null}
        onSaved={() => void navigate(rounds)}
      />
    </Page>
  );
}
