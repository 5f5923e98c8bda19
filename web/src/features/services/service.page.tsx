import { useQuery } from "@apollo/client/react";
import type { LocalizedText } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { ServiceFieldsFragment } from "../../gql/graphql.ts";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import { RetireForm } from "./retire-form.tsx";
import { SERVICE, SERVICE_FIELDS, UPDATE } from "./service-documents.ts";
import { whole } from "./service-new.page.tsx";
import { StandardForm } from "./standard-form.tsx";
import { useStandardText } from "./standard-text.ts";

/** One service: its words in three languages, its standards by the day they come into force, its end. */
export function Component(): ReactElement {
  const { serviceId = "" } = useParams();
  const { t } = useTranslation("services");
  const language = useLanguage();
  const { data, loading } = useQuery(SERVICE, { variables: { id: serviceId } });
  const service = data?.service ? readFragment(SERVICE_FIELDS, data.service) : null;
  return (
    <Page
      title={service?.name ?? t("title")}
      lead={service ? `${service.country} · ${service.code} · ${service.level.name}` : undefined}
      breadcrumbs={[{ label: t("title"), to: `/${language}/app/services` }, ...(service ? [{ label: service.name }] : [])]}
      loading={loading && !data}
      width="narrow"
    >
      {service ? <ServiceParts service={service} /> : <EmptyState what={t("empty")} />}
    </Page>
  );
}

function ServiceParts({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  return (
    <>
      {service.retiredAt ? <Notice kind="locked" title={t("retired", { day: service.retiredAt })} /> : null}
      {service.viewerCan.edit ? <WordsForm key={service.id} service={service} /> : <Words service={service} />}
      <Section title={t("standards")}>
        <Standards service={service} />
        {service.viewerCan.edit ? <StandardForm service={service} /> : null}
      </Section>
      {service.viewerCan.edit ? (
        <Section title={t("retire")}>
          <RetireForm service={service} />
        </Section>
      ) : null}
    </>
  );
}

function Words({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const format = useFormat();
  return <p>{format.text(service.descriptions)}</p>;
}

function Standards({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const format = useFormat();
  const standardText = useStandardText();
  if (service.standards.length === 0) return <EmptyState what={t("noStandard")} />;
  return (
    <dl>
      {service.standards.map((standard) => (
        <div key={standard.inForceFrom}>
          <dt>
            {t("inForceFrom")} {format.date(standard.inForceFrom)}
          </dt>
          <dd>{standardText(standard)}</dd>
        </div>
      ))}
    </dl>
  );
}

function WordsForm({ service }: { readonly service: ServiceFieldsFragment }): ReactElement {
  const { t } = useTranslation("services");
  const update = useAct(UPDATE);
  const problems = useFormProblems(update.failure);
  const [names, setNames] = useState<LocalizedText>(service.names);
  const [descriptions, setDescriptions] = useState<LocalizedText>(service.descriptions);
  const [saved, setSaved] = useState(false);
  const draft = useFormDraft({
    name: `service ${service.id}`,
    version: service.version,
    value: { names, descriptions },
    restore: (kept) => {
      setNames(kept.names);
      setDescriptions(kept.descriptions);
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaved(false);
    const data = await update.act({
      input: { id: service.id, version: service.version, names: whole(names), descriptions: whole(descriptions) },
    });
    if (data !== null) draft.saved();
    setSaved(data !== null);
  };
  return (
    <form onSubmit={(event) => void submit(event)} style={{ display: "grid", gap: "var(--space-5)" }}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={problems} />
      {saved ? <Notice kind="saved" title={t("saved")} takesFocus /> : null}
      <LocalizedTextInput id="names" label={t("name")} value={names} onChange={setNames} maxLength={LIMITS.nameLength} />
      <LocalizedTextInput
        id="descriptions"
        label={t("description")}
        value={descriptions}
        onChange={setDescriptions}
        maxLength={LIMITS.descriptionLength}
        multiline
      />
      <Button type="submit" loading={update.busy}>
        {t("save")}
      </Button>
    </form>
  );
}
