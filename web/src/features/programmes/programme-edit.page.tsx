import { useQuery } from "@apollo/client/react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { ProgrammeForm, texts } from "./programme-form.tsx";
import { ProgrammeDocument, UpdateProgrammeDocument } from "./programmes.query.ts";

/** A programme's names and descriptions. */
export function Component(): ReactElement {
  const { t } = useTranslation(["programmes", "common"]);
  const { code = "" } = useParams();
  const language = useLanguage();
  const navigate = useNavigate();
  const query = useQuery(ProgrammeDocument, { variables: { code } });
  const { act, busy, failure } = useAct(UpdateProgrammeDocument);
  const programme = query.dataState === "complete" ? query.data.programme : undefined;
  const rounds = `/${language}/app/rounds`;
  return (
    <Page
      title={programme?.name ?? t("edit")}
      breadcrumbs={[{ label: t("title"), to: rounds }, { label: programme?.name ?? "…" }]}
      loading={query.loading && programme === undefined}
    >
      {programme === null ? <EmptyState what={t("common:missing.next")} /> : null}
      {programme ? (
        <ProgrammeForm
          of={programme}
          initial={{
            code: programme.code,
            country: programme.country,
            names: texts(programme.names),
            descriptions: texts(programme.descriptions),
          }}
          busy={busy}
          failure={failure}
          onSubmit={async ({ names, descriptions }) =>
            (await act({ input: { id: programme.id, version: programme.version, names, descriptions } })) !== null
          }
          onSaved={() => void navigate(rounds)}
        />
      ) : null}
    </Page>
  );
}
