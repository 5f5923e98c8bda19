import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { DeliveredBy, type Deliverer } from "./delivered-by.tsx";
import { CREATE, SERVICE_FIELDS } from "./service-documents.ts";

/** Adding a service; its standards are set on its own page afterwards. */
export function Component(): ReactElement {
  const { t } = useTranslation("services");
  const language = useLanguage();
  const navigate = useNavigate();
  const create = useAct(CREATE);
  const problems = useFormProblems(create.failure);
  const [names, setNames] = useState<LocalizedText>({});
  const [deliverer, setDeliverer] = useState(NOBODY);
  const [descriptions, setDescriptions] = useState<LocalizedText>({});
  const [code, setCode] = useState("");
  const draft = useFormDraft({
    name: "service new",
    value: { code, names, descriptions, deliverer: deliverer.deliveredAt === "" ? NOBODY : deliverer },
    restore: (kept) => {
      setCode(kept.code);
      setNames(kept.names);
      setDescriptions(kept.descriptions);
      setDeliverer(kept.deliverer);
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = {
      ...deliverer,
      code: code.trim(),
      names: whole(names),
      descriptions: whole(descriptions),
    };
    const data = await create.act({ input });
    const service = data?.createService.service ? readFragment(SERVICE_FIELDS, data.createService.service) : null;
    if (!service) return;
    draft.saved();
    void navigate(`/${language}/app/services/${service.id}`);
  };
  return (
    <Page title={t("add")} width="narrow" breadcrumbs={[{ label: t("title"), to: `/${language}/app/services` }, { label: t("add") }]}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={problems} />
      <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-5)" }}>
        <DeliveredBy value={deliverer} onChange={setDeliverer} />
        <TextInput
          id="code"
          label={t("code")}
          maxLength={60}
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <LocalizedTextInput id="names" label={t("name")} value={names} onChange={setNames} maxLength={LIMITS.nameLength} />
        <LocalizedTextInput
          id="descriptions"
          label={t("description")}
          value={descriptions}
          onChange={setDescriptions}
          maxLength={LIMITS.descriptionLength}
          multiline
        />
        <Button type="submit" loading={create.busy}>
          {t("save")}
        </Button>
      </form>
    </Page>
  );
}

/** Nobody chosen yet. A country alone may have been chosen by the page. */
const NOBODY: Deliverer = { country: "", deliveredAt: "" };

/** All three languages, as inputs want them. */
export function whole(text: LocalizedText): { readonly en: string | null; readonly rw: string | null; readonly id: string | null } {
  return { en: text.en || null, rw: text.rw || null, id: text.id || null };
}
